<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>HostKeyDialog</name>
    <message>
        <source>Unknown host key</source>
        <translation>Unbekannter Host-Schlüssel</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>Schlüsseltyp</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>Zum Vergleich</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>Mit einem Knoten verbinden</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Name or address, as this workstation reaches it</source>
        <translation>Name oder Adresse, wie dieser Rechner ihn erreicht</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>As Colonnade shows it; empty: the host</source>
        <translation>Wie Colonnade ihn anzeigt; leer: der Host</translation>
    </message>
    <message>
        <source>C&amp;luster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>Nodes of one cluster stand side by side on one board</source>
        <translation>Die Knoten eines Clusters stehen in einer Ansicht nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>Empty: the agent, then the keys in ~/.ssh</source>
        <translation>Leer: der Agent, dann die Schlüssel in ~/.ssh</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Schlüsseldatei auswählen</translation>
    </message>
    <message>
        <source>Ask the SSH &amp;agent first</source>
        <translation>Zuerst den SSH-&amp;Agenten fragen</translation>
    </message>
    <message>
        <source>&amp;Migration address</source>
        <translation>&amp;Migrationsadresse</translation>
    </message>
    <message>
        <source>Empty: the node&apos;s own host name</source>
        <translation>Leer: der eigene Hostname</translation>
    </message>
    <message>
        <source>How the other nodes reach this one when they send it a guest</source>
        <translation>Wie die anderen Knoten diesen erreichen, wenn sie ihm einen Gast senden</translation>
    </message>
    <message>
        <source>SSH p&amp;ort there</source>
        <translation>SSH-P&amp;ort dort</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>&amp;Remember in the keychain</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n&#xa0;Gast</numerusform>
            <numerusform>%1 und %n&#xa0;weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1&#xa0;MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1&#xa0;GiB</translation>
    </message>
</context>
<context>
    <name>colonnade::app::DemoLab</name>
    <message>
        <source>The simulated cluster did not start: %1</source>
        <translation>Der simulierte Cluster ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>The program colonnade-lab must be beside colonnade.</source>
        <translation>Das Programm colonnade-lab muss neben colonnade liegen.</translation>
    </message>
    <message>
        <source>colonnade-lab did not tell of any node.</source>
        <translation>colonnade-lab hat keinen Knoten gemeldet.</translation>
    </message>
</context>
<context>
    <name>colonnade::cluster</name>
    <message>
        <source>There is no node called %1 in cluster %2.</source>
        <translation>Im Cluster %2 gibt es keinen Knoten namens %1.</translation>
    </message>
    <message>
        <source>Watch guests come and go</source>
        <translation>Kommen und Gehen der Gäste beobachten</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>its shell prints &quot;%1&quot; at each login, which breaks the stream of a migration</source>
        <translation>seine Shell gibt bei jeder Anmeldung „%1“ aus, was den Datenstrom einer Migration zerstört</translation>
    </message>
    <message>
        <source>Test the ways to the other nodes</source>
        <translation>Wege zu den anderen Knoten testen</translation>
    </message>
    <message>
        <source>Read the node</source>
        <translation>Knoten lesen</translation>
    </message>
    <message>
        <source>What %1 said about itself cannot be used: %2.</source>
        <translation>Die Angaben von %1 über sich selbst sind unbrauchbar: %2.</translation>
    </message>
    <message>
        <source>What %1 said about itself cannot be used: %2 (%3).</source>
        <translation>Die Angaben von %1 über sich selbst sind unbrauchbar: %2 (%3).</translation>
    </message>
    <message>
        <source>Look at the command and its output in the activity log.</source>
        <translation>Sehen Sie sich den Befehl und seine Ausgabe im Aktivitätsprotokoll an.</translation>
    </message>
    <message>
        <source>%1 failed on %2: %3.</source>
        <translation>%1 ist auf %2 fehlgeschlagen: %3.</translation>
    </message>
    <message>
        <source>%1 runs Xen, but has neither xl nor xm.</source>
        <translation>Auf %1 läuft Xen, aber es gibt dort weder xl noch xm.</translation>
    </message>
    <message>
        <source>%1 runs on Xen, but is not its control domain (/proc/xen/capabilities does not say control_d).</source>
        <translation>%1 läuft auf Xen, ist aber nicht dessen Steuerdomäne (/proc/xen/capabilities nennt control_d nicht).</translation>
    </message>
    <message>
        <source>%1 does not run Xen.</source>
        <translation>Auf %1 läuft kein Xen.</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be read: %3.</source>
        <translation>%1 von %2 ist nicht lesbar: %3.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>the answer is incomplete</source>
        <translation>die Antwort ist unvollständig</translation>
    </message>
    <message>
        <source>it did not end in time</source>
        <translation>der Befehl endete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it printed more than can be true</source>
        <translation>der Befehl gab mehr aus, als wahr sein kann</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ActivityModel</name>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status&#xa0;%1</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ActivityPanel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufende</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagene</translation>
    </message>
    <message>
        <source>Copy as shell script</source>
        <translation>Als Shell-Skript kopieren</translation>
    </message>
    <message>
        <source>Copies the commands of the selected lines, or of all plans shown</source>
        <translation>Kopiert die Befehle der ausgewählten Zeilen oder aller angezeigten Pläne</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Details of the selected activity</source>
        <translation>Details der ausgewählten Aktivität</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Ausgabe:</translation>
    </message>
    <message>
        <source>Running (%1)</source>
        <translation>Laufende (%1)</translation>
    </message>
    <message>
        <source>%1 (after %2 s)</source>
        <translation>%1 (nach %2&#xa0;s)</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Board</name>
    <message>
        <source>Guests by node</source>
        <translation>Gäste nach Knoten</translation>
    </message>
    <message>
        <source>Add a node to begin</source>
        <translation>Fügen Sie zuerst einen Knoten hinzu</translation>
    </message>
    <message>
        <source>Each node becomes a column here, each of its guests a card in it. A node needs nothing but SSH: nothing is installed on it.</source>
        <translation>Jeder Knoten wird hier zu einer Spalte, jeder seiner Gäste zu einer Karte darin. Ein Knoten braucht nur SSH: Auf ihm wird nichts installiert.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden&#x202f;…</translation>
    </message>
    <message>
        <source>Its guests are shown as soon as it has been read.</source>
        <translation>Seine Gäste erscheinen, sobald er gelesen wurde.</translation>
    </message>
    <message>
        <source>No guest here matches “%1”.</source>
        <translation>Kein Gast hier passt zu „%1“.</translation>
    </message>
    <message>
        <source>No guests. Drag one here to migrate it to this node.</source>
        <translation>Keine Gäste. Ziehen Sie einen hierher, um ihn auf diesen Knoten zu migrieren.</translation>
    </message>
    <message>
        <source>It had no guests when it last answered.</source>
        <translation>Bei der letzten Antwort hatte er keine Gäste.</translation>
    </message>
    <message numerus="yes">
        <source>Drag %1 to the column where it shall run. Esc cancels.</source>
        <translation>
            <numerusform>%1 in die Spalte ziehen, in der er laufen soll. Esc bricht ab.</numerusform>
            <numerusform>%1 in die Spalte ziehen, in der sie laufen sollen. Esc bricht ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Already on %1. Esc cancels.</source>
        <translation>Bereits auf %1. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Drop to migrate %1 to %2. Esc cancels.</source>
        <translation>Loslassen, um %1 nach %2 zu migrieren. Esc bricht ab.</translation>
    </message>
    <message>
        <source>%1 does not take %2. Esc cancels.</source>
        <translation>%1 nimmt %2 nicht auf. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Dragging is locked against accidents. Unlock it in the toolbar, or use the menu of the card.</source>
        <translation>Das Ziehen ist gegen Versehen gesperrt. Entsperren Sie es in der Werkzeugleiste oder verwenden Sie das Menü der Karte.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::CardText</name>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>kommt an</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>wird übergeben</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>wird kontrolliert</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendiert</translation>
    </message>
    <message>
        <source>shut down</source>
        <translation>heruntergefahren</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>being removed</source>
        <translation>wird entfernt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation>Domäne&#xa0;%1</translation>
    </message>
    <message>
        <source>UUID %1</source>
        <translation>UUID&#xa0;%1</translation>
    </message>
    <message>
        <source>Managed by %1</source>
        <translation>Verwaltet von %1</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>zieht um</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>load of one CPU</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>As it was when this node last answered.</source>
        <translation>Stand der letzten Antwort dieses Knotens.</translation>
    </message>
    <message>
        <source>The load is counted in percent of one CPU.</source>
        <translation>Die Last ist in Prozent einer CPU angegeben.</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1&#xa0;MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1&#xa0;GiB</translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <comment>number of virtual CPUs</comment>
        <translation>%1&#xa0;vCPU</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1, %2 und noch %n&#xa0;Gast</numerusform>
            <numerusform>%1, %2 und %n&#xa0;weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Used by Xen itself: %1</source>
        <translation>Von Xen selbst belegt: %1</translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation>Frei: %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterPage</name>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>%1 ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterTree</name>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>no Xen</source>
        <translation>kein Xen</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n&#xa0;Gast</numerusform>
            <numerusform>%n&#xa0;Gäste</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>%1 of %2 lost</source>
        <translation>%1/%2 verloren</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n&#xa0;Knoten</numerusform>
            <numerusform>%n&#xa0;Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>quorate</source>
        <translation>mit Quorum</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>ohne Quorum</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ColumnHeader</name>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ColumnText</name>
    <message>
        <source>Xen %1.%2</source>
        <translation>Xen&#xa0;%1.%2</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>neuer Versuch in %1&#xa0;s</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>no answer since %1 · trying again</source>
        <translation>keine Antwort seit %1 · neuer Versuch</translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation>keine Antwort seit %1</translation>
    </message>
    <message>
        <source>does not try again by itself</source>
        <translation>kein weiterer Versuch von selbst</translation>
    </message>
    <message>
        <source>connected, being read for the first time</source>
        <translation>verbunden, wird zum ersten Mal gelesen</translation>
    </message>
    <message>
        <source>last read %1</source>
        <translation>zuletzt gelesen %1</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>A question about this node waits for your answer.</source>
        <translation>Eine Frage zu diesem Knoten wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>no toolstack</source>
        <translation>kein Toolstack</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>This node has suspended itself: its cluster.conf could not be used.</source>
        <translation>Dieser Knoten hat sich selbst stillgelegt: Seine cluster.conf war nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>ohne Quorum</translation>
    </message>
    <message>
        <source>The cluster has no quorum here: its services and file systems wait.</source>
        <translation>Der Cluster hat hier kein Quorum: Seine Dienste und Dateisysteme warten.</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>This node is slow to answer; what is shown may have changed.</source>
        <translation>Dieser Knoten antwortet langsam; das Angezeigte kann sich geändert haben.</translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>Speicher unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 GiB used</source>
        <translation>%1 von %2&#xa0;GiB belegt</translation>
    </message>
    <message>
        <source>%1 of %2 MiB used</source>
        <translation>%1 von %2&#xa0;MiB belegt</translation>
    </message>
    <message>
        <source>, + %1 with these</source>
        <translation>, + %1 durch diese</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>connected, but could not be read</source>
        <translation>verbunden, war aber nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%1 can run here</source>
        <translation>
            <numerusform>%1 kann hier laufen</numerusform>
            <numerusform>%1 können hier laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible. %1</source>
        <translation>Möglich. %1</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(und %n&#xa0;weiterer Grund)</numerusform>
            <numerusform>(und %n&#xa0;weitere Gründe)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1&#xa0;Tagen</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day, as QLocale::toString() takes it: Mon 3 Nov</comment>
        <translation>ddd d. MMM</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConfirmDialog</name>
    <message>
        <source>Confirm the migration</source>
        <translation>Migration bestätigen</translation>
    </message>
    <message>
        <source>Migrate %1 to %2?</source>
        <translation>%1 nach %2 migrieren?</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 nach %3</translation>
    </message>
    <message>
        <source>%1 stays on %2: %3</source>
        <translation>%1 bleibt auf %2: %3</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>What &amp;runs, and where:</source>
        <translation>Was &amp;ausgeführt wird, und wo:</translation>
    </message>
    <message>
        <source>Copy as &amp;shell script</source>
        <translation>Als &amp;Shell-Skript kopieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Migrate the %n that can</source>
        <translation>
            <numerusform>Nur den einen möglichen &amp;migrieren</numerusform>
            <numerusform>Die %n möglichen &amp;migrieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Migrate</source>
        <translation>&amp;Migrieren</translation>
    </message>
    <message numerus="yes">
        <source>The %n guest(s) keep running while they move.</source>
        <translation>
            <numerusform>Der Gast läuft während der Migration weiter.</numerusform>
            <numerusform>Die %n Gäste laufen während der Migration weiter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HostKeyDialog</name>
    <message>
        <source>%1 is connected to for the first time: no known_hosts file has its key. If somebody is between you and the node, this is the only moment to notice.</source>
        <translation>Dies ist die erste Verbindung zu %1: Sein Schlüssel steht in keiner known_hosts-Datei. Falls sich jemand zwischen Sie und den Knoten geschaltet hat, ist das nur jetzt zu bemerken.</translation>
    </message>
    <message>
        <source>Run this command at the console of the node, and accept the key if both fingerprints are the same.</source>
        <translation>Führen Sie diesen Befehl an der Konsole des Knotens aus und akzeptieren Sie den Schlüssel, wenn beide Fingerabdrücke übereinstimmen.</translation>
    </message>
    <message>
        <source>Connect &amp;once</source>
        <translation>&amp;Einmal verbinden</translation>
    </message>
    <message>
        <source>&amp;Accept and save</source>
        <translation>&amp;Akzeptieren und speichern</translation>
    </message>
    <message>
        <source>Adds the key to %1</source>
        <translation>Fügt den Schlüssel zu %1 hinzu</translation>
    </message>
    <message>
        <source>Nothing is saved; the next connection asks again</source>
        <translation>Nichts wird gespeichert; die nächste Verbindung fragt erneut</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n&#xa0;Knoten</numerusform>
            <numerusform>%n&#xa0;Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n&#xa0;Gast</numerusform>
            <numerusform>%n&#xa0;Gäste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n&#xa0;Migration</numerusform>
            <numerusform>%n&#xa0;Migrationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from Colonnade?</source>
        <translation>%1 aus Colonnade entfernen?</translation>
    </message>
    <message>
        <source>Only its profile on this workstation goes. Nothing is changed on the node, and its guests go on running.</source>
        <translation>Nur das Profil auf diesem Rechner wird entfernt. Auf dem Knoten ändert sich nichts, und seine Gäste laufen weiter.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Migrations are running</source>
        <translation>Es laufen Migrationen</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) go on without Colonnade: %1</source>
        <translation>
            <numerusform>%n&#xa0;Migration läuft ohne Colonnade weiter: %1</numerusform>
            <numerusform>%n&#xa0;Migrationen laufen ohne Colonnade weiter: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>They run on the nodes. The next start finds them and shows what became of them.</source>
        <translation>Migrationen laufen auf den Knoten. Der nächste Start findet sie und zeigt, was aus ihnen geworden ist.</translation>
    </message>
    <message>
        <source>Not begun yet, and not moved then: %1</source>
        <translation>Noch nicht begonnen und dann auch nicht migriert: %1</translation>
    </message>
    <message>
        <source>C&amp;lose the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden&#x202f;…</translation>
    </message>
    <message>
        <source>Connect to another node</source>
        <translation>Mit einem weiteren Knoten verbinden</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Read all nodes of this cluster now</source>
        <translation>Alle Knoten dieses Clusters jetzt lesen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Migrate to…</source>
        <translation>&amp;Migrieren nach&#x202f;…</translation>
    </message>
    <message>
        <source>Move the selected guests to another node</source>
        <translation>Die ausgewählten Gäste auf einen anderen Knoten verschieben</translation>
    </message>
    <message>
        <source>&amp;Filter guests</source>
        <translation>Gäste &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Copy names</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Lock dragging</source>
        <translation>&amp;Ziehen sperren</translation>
    </message>
    <message>
        <source>Guards against moving a guest by accident; menu and keyboard still work</source>
        <translation>Schützt davor, einen Gast versehentlich zu verschieben; Menü und Tastatur funktionieren weiterhin</translation>
    </message>
    <message>
        <source>&amp;Try again now</source>
        <translation>&amp;Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Edit the profile…</source>
        <translation>&amp;Profil bearbeiten&#x202f;…</translation>
    </message>
    <message>
        <source>&amp;Remove from Colonnade…</source>
        <translation>Aus Colonnade &amp;entfernen&#x202f;…</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Guest</source>
        <translation>&amp;Gast</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Knoten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Colonnade</source>
        <translation>Ü&amp;ber Colonnade</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Show &amp;readings in the activity log</source>
        <translation>&amp;Lesevorgänge im Aktivitätsprotokoll anzeigen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Filter guests</source>
        <translation>Gäste filtern</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>C&amp;onnect again</source>
        <translation>&amp;Erneut verbinden</translation>
    </message>
    <message>
        <source>Dragging &amp;locked</source>
        <translation>&amp;Ziehen gesperrt</translation>
    </message>
    <message>
        <source>About Colonnade</source>
        <translation>Über Colonnade</translation>
    </message>
    <message>
        <source>Colonnade %1</source>
        <translation>Colonnade&#xa0;%1</translation>
    </message>
    <message>
        <source>Runs small Xen clusters from a workstation.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Betreibt kleine Xen-Cluster vom Arbeitsplatz aus.

Freie Software unter der GNU General Public License, Version&#xa0;3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MessageArea</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MigrateToDialog</name>
    <message>
        <source>already there</source>
        <translation>bereits dort</translation>
    </message>
    <message>
        <source>Migrate %1</source>
        <translation>%1 migrieren</translation>
    </message>
    <message>
        <source>Move %1 to this &amp;node:</source>
        <translation>%1 auf diesen &amp;Knoten verschieben:</translation>
    </message>
    <message>
        <source>Nodes and what they answer</source>
        <translation>Knoten und ihre Antworten</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Shows what will run, and asks before anything is moved</source>
        <translation>Zeigt, was ausgeführt wird, und fragt, bevor etwas verschoben wird</translation>
    </message>
    <message>
        <source>can run there</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>&amp;Migrate…</source>
        <translation>&amp;Migrieren&#x202f;…</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MigrationController</name>
    <message>
        <source>%1 was not migrated to %2: %3</source>
        <translation>%1 wurde nicht nach %2 migriert: %3</translation>
    </message>
    <message>
        <source>waits until the one before has left</source>
        <translation>wartet, bis der vorige Gast umgezogen ist</translation>
    </message>
    <message>
        <source>%1 is not connected, so the migration of %2 was not begun.</source>
        <translation>%1 ist nicht verbunden, daher wurde die Migration von %2 nicht begonnen.</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1 run on %2 now.</source>
        <translation>%1 laufen jetzt auf %2.</translation>
    </message>
    <message>
        <source>%1 was being moved when Colonnade ended. %2</source>
        <translation>%1 wurde gerade verschoben, als Colonnade beendet wurde. %2</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>%1 was being moved from %2 to %3 when Colonnade ended. Both nodes are being looked at.</source>
        <translation>%1 wurde gerade von %2 nach %3 verschoben, als Colonnade beendet wurde. Beide Knoten werden untersucht.</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>nicht verschoben</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>undecided, look at both nodes</source>
        <translation>ungeklärt, beide Knoten ansehen</translation>
    </message>
    <message>
        <source>runs nowhere</source>
        <translation>läuft nirgends</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>in another process</source>
        <translation>in anderem Prozess</translation>
    </message>
    <message>
        <source>Another process on this workstation carries this out.</source>
        <translation>Ein anderer Prozess auf diesem Rechner führt dies aus.</translation>
    </message>
    <message>
        <source>Reading %1 again before anything is moved…</source>
        <translation>%1 wird erneut gelesen, bevor etwas verschoben wird&#x202f;…</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProfileDialog</name>
    <message>
        <source>Profile of %1</source>
        <translation>Profil von %1</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation>Privaten Schlüssel auswählen</translation>
    </message>
    <message>
        <source>Connected. The node says: %1</source>
        <translation>Verbunden. Der Knoten meldet: %1</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut&#x202f;…</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::SecretDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The key %1 is encrypted. Its passphrase is needed to connect to %2.</source>
        <translation>Der Schlüssel %1 ist verschlüsselt. Für die Verbindung zu %2 wird seine Passphrase benötigt.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>%1 asks for the password of %2 (at %3).</source>
        <translation>%1 fragt nach dem Passwort von %2 (unter %3).</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>%1 asks %2 (at %3) to answer.</source>
        <translation>%1 bittet %2 (unter %3) um eine Antwort.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server meldet: %1</translation>
    </message>
    <message>
        <source>Questions of the server</source>
        <translation>Rückfragen des Servers</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The last answer was not accepted.</source>
        <translation>Die letzte Antwort wurde nicht akzeptiert.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Sidebar</name>
    <message>
        <source>Find a node or cluster</source>
        <translation>Knoten oder Cluster suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clusters and nodes</source>
        <translation>Cluster und Knoten</translation>
    </message>
</context>
<context>
    <name>colonnade::operations</name>
    <message>
        <source>The journal has no plan %1.</source>
        <translation>Das Journal enthält keinen Plan %1.</translation>
    </message>
    <message>
        <source>The plans are listed by: colonnadectl jobs</source>
        <translation>Die Pläne zeigt: colonnadectl jobs</translation>
    </message>
    <message>
        <source>The plan &quot;%1&quot; cannot be written down.</source>
        <translation>Der Plan „%1“ lässt sich nicht aufzeichnen.</translation>
    </message>
    <message>
        <source>The journal folder %1 cannot be made.</source>
        <translation>Der Journalordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check the space and the permissions of your data folder.</source>
        <translation>Prüfen Sie Speicherplatz und Zugriffsrechte Ihres Datenordners.</translation>
    </message>
    <message>
        <source>The plan %1 has ended already: %2</source>
        <translation>Der Plan %1 ist bereits beendet: %2</translation>
    </message>
    <message>
        <source>The journal folder %1 cannot be read.</source>
        <translation>Der Journalordner %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check its owner and permissions.</source>
        <translation>Prüfen Sie seinen Eigentümer und seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The journal file %1 cannot be created: %2.</source>
        <translation>Die Journaldatei %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>The journal file %1 cannot be opened: %2.</source>
        <translation>Die Journaldatei %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The journal file %1 cannot be read: %2.</source>
        <translation>Die Journaldatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The journal file %1 cannot be written: %2.</source>
        <translation>Die Journaldatei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check the space and the permissions of that folder.</source>
        <translation>Prüfen Sie Speicherplatz und Zugriffsrechte dieses Ordners.</translation>
    </message>
    <message>
        <source>The journal already has %1.</source>
        <translation>Das Journal enthält %1 bereits.</translation>
    </message>
    <message>
        <source>Another process is carrying this plan out.</source>
        <translation>Ein anderer Prozess führt diesen Plan aus.</translation>
    </message>
    <message>
        <source>Wait for it, or end it; then resume the plan.</source>
        <translation>Warten Sie auf ihn oder beenden Sie ihn; setzen Sie den Plan dann fort.</translation>
    </message>
    <message>
        <source>That is no plan of a migration.</source>
        <translation>Das ist kein Plan einer Migration.</translation>
    </message>
    <message>
        <source>%1 is no migration.</source>
        <translation>%1 ist keine Migration.</translation>
    </message>
    <message>
        <source>List the guests</source>
        <translation>Gäste auflisten</translation>
    </message>
    <message>
        <source>%1 does not answer. The migration of %2 goes on there, if it runs.</source>
        <translation>%1 antwortet nicht. Die Migration von %2 geht dort weiter, falls sie läuft.</translation>
    </message>
    <message>
        <source>%1 does not answer, and %2 on %3 has not given up yet.</source>
        <translation>%1 antwortet nicht, und %2 auf %3 hat noch nicht aufgegeben.</translation>
    </message>
    <message>
        <source>The migration of %1 is not followed any more; it goes on on %2.</source>
        <translation>Die Migration von %1 wird nicht weiter verfolgt; sie geht auf %2 weiter.</translation>
    </message>
    <message>
        <source>There is no node %1.</source>
        <translation>Es gibt keinen Knoten %1.</translation>
    </message>
    <message>
        <source>The job folder on %1 has gone.</source>
        <translation>Der Auftragsordner auf %1 ist verschwunden.</translation>
    </message>
    <message>
        <source>%1 was started anew in the middle of it.</source>
        <translation>%1 wurde mittendrin neu gestartet.</translation>
    </message>
    <message>
        <source>It was never started.</source>
        <translation>Die Migration wurde nie gestartet.</translation>
    </message>
    <message>
        <source>The migration was killed on %1.</source>
        <translation>Die Migration wurde auf %1 gewaltsam beendet.</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 answers; the migration goes on there</source>
        <translation>Weder %1 noch %2 antwortet; die Migration geht dort weiter</translation>
    </message>
    <message>
        <source>%1 does not answer; the migration goes on there</source>
        <translation>%1 antwortet nicht; die Migration geht dort weiter</translation>
    </message>
    <message>
        <source>%1 does not answer; %2 still runs on %3; %4 has not given up yet</source>
        <translation>%1 antwortet nicht; %2 läuft weiter auf %3; %4 hat noch nicht aufgegeben</translation>
    </message>
    <message>
        <source>%1 does not answer; %2 has not given up yet</source>
        <translation>%1 antwortet nicht; %2 hat noch nicht aufgegeben</translation>
    </message>
    <message>
        <source>%1 is connecting to %2</source>
        <translation>%1 verbindet sich mit %2</translation>
    </message>
    <message>
        <source>memory %1 %</source>
        <translation>Speicher %1&#xa0;%</translation>
    </message>
    <message>
        <source>memory %1 of %2 MiB</source>
        <translation>Speicher %L1 von %L2&#xa0;MiB</translation>
    </message>
    <message>
        <source>the memory is being copied</source>
        <translation>der Speicher wird kopiert</translation>
    </message>
    <message>
        <source>%1 reports: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 is taking over</source>
        <translation>%1 übernimmt</translation>
    </message>
    <message>
        <source>%1 cannot list its guests: %2</source>
        <translation>%1 kann seine Gäste nicht auflisten: %2</translation>
    </message>
    <message>
        <source>There is no profile of the node %1 any more.</source>
        <translation>Es gibt kein Profil des Knotens %1 mehr.</translation>
    </message>
    <message>
        <source>The program ended before it started anything.</source>
        <translation>Das Programm endete, bevor es etwas gestartet hatte.</translation>
    </message>
    <message>
        <source>The program ended while it was starting the migration.</source>
        <translation>Das Programm endete, während es die Migration startete.</translation>
    </message>
    <message>
        <source>The cluster has no such nodes: %1, %2.</source>
        <translation>Im Cluster gibt es diese Knoten nicht: %1, %2.</translation>
    </message>
    <message>
        <source>%1 is being migrated already, since %2.</source>
        <translation>%1 wird bereits migriert, seit %2.</translation>
    </message>
    <message>
        <source>Wait for that migration to end.</source>
        <translation>Warten Sie das Ende dieser Migration ab.</translation>
    </message>
    <message>
        <source>A migration of %1, begun %2, has not been followed to its end.</source>
        <translation>Eine Migration von %1, begonnen %2, wurde nicht bis zum Ende verfolgt.</translation>
    </message>
    <message>
        <source>Go on with it first: colonnadectl jobs resume %1</source>
        <translation>Setzen Sie zuerst diese fort: colonnadectl jobs resume %1</translation>
    </message>
    <message>
        <source>Both nodes are being checked again</source>
        <translation>Beide Knoten werden erneut geprüft</translation>
    </message>
    <message>
        <source>It was canceled before anything was started.</source>
        <translation>Der Vorgang wurde abgebrochen, bevor etwas gestartet wurde.</translation>
    </message>
    <message>
        <source>The command would be another one by now: %1</source>
        <translation>Der Befehl wäre inzwischen ein anderer: %1</translation>
    </message>
    <message>
        <source>Plan the migration again.</source>
        <translation>Planen Sie die Migration neu.</translation>
    </message>
    <message>
        <source>The migration is being started on %1</source>
        <translation>Die Migration wird auf %1 gestartet</translation>
    </message>
    <message>
        <source>%1 is being migrated already: job %2 runs on %3.</source>
        <translation>%1 wird bereits migriert: Auf %3 läuft Auftrag %2.</translation>
    </message>
    <message>
        <source>Nothing was started. %1</source>
        <translation>Es wurde nichts gestartet. %1</translation>
    </message>
    <message>
        <source>%1 does not answer; whether the migration began there is not known yet</source>
        <translation>%1 antwortet nicht; ob die Migration dort begann, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>It is not followed any more; whether the migration of %1 began was not seen.</source>
        <translation>Der Vorgang wird nicht weiter verfolgt; ob die Migration von %1 begann, wurde nicht gesehen.</translation>
    </message>
    <message>
        <source>Whether the migration of %1 began is not known: %2 does not answer.</source>
        <translation>Ob die Migration von %1 begann, ist nicht bekannt: %2 antwortet nicht.</translation>
    </message>
    <message>
        <source>Looking for %1 on both nodes</source>
        <translation>%1 wird auf beiden Knoten gesucht</translation>
    </message>
    <message>
        <source>It is not followed any more; where %1 is was not seen yet.</source>
        <translation>Der Vorgang wird nicht weiter verfolgt; wo %1 ist, wurde noch nicht gesehen.</translation>
    </message>
    <message>
        <source>Where %1 is cannot be seen: %2.</source>
        <translation>Wo %1 ist, lässt sich nicht sehen: %2.</translation>
    </message>
    <message>
        <source>neither %1 nor %2 answers</source>
        <translation>weder %1 noch %2 antwortet</translation>
    </message>
    <message>
        <source>%1 does not answer; %2</source>
        <translation>%1 antwortet nicht; %2</translation>
    </message>
    <message>
        <source>Do not start %1 anywhere before it is known. Go on when both nodes answer: colonnadectl jobs resume %2</source>
        <translation>Starten Sie %1 nirgends, bevor das bekannt ist. Machen Sie weiter, wenn beide Knoten antworten: colonnadectl jobs resume %2</translation>
    </message>
    <message>
        <source>%1 ended with status %2.</source>
        <translation>%1 endete mit Status&#xa0;%2.</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <translation>%1 meldete: %2</translation>
    </message>
    <message>
        <source>On %1, as root:</source>
        <translation>Auf %1, als root:</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Proof: %1</source>
        <translation>Nachweis: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1 belongs to rgmanager, and %2 is not an online member of its cluster that runs rgmanager.</source>
        <translation>%1 gehört zu rgmanager, und %2 ist in dessen Cluster kein Mitglied, das online ist und rgmanager ausführt.</translation>
    </message>
    <message>
        <source>Look at `clustat` on %1 and on %2.</source>
        <translation>Sehen Sie sich `clustat` auf %1 und auf %2 an.</translation>
    </message>
    <message>
        <source>Migrate %1 to %2</source>
        <translation>%1 nach %2 migrieren</translation>
    </message>
    <message>
        <source>%1 runs on %2</source>
        <translation>%1 läuft auf %2</translation>
    </message>
    <message>
        <source>%1 has no guest of that name, and no leftover of one</source>
        <translation>%1 hat keinen Gast dieses Namens und keinen Überrest von einem</translation>
    </message>
    <message>
        <source>%1 has the memory, the disks and the bridges that %2 needs</source>
        <translation>%1 hat den Speicher, die Datenträger und die Bridges, die %2 braucht</translation>
    </message>
    <message>
        <source>%1 reaches %2 at %3</source>
        <translation>%1 erreicht %2 unter %3</translation>
    </message>
    <message>
        <source>%1 runs on %2, and %3 holds nothing of it any more</source>
        <translation>%1 läuft auf %2, und auf %3 ist nichts mehr davon</translation>
    </message>
    <message>
        <source>Migrate %1 back to %2</source>
        <translation>%1 zurück nach %2 migrieren</translation>
    </message>
    <message>
        <source>Migrate %1 from %2 to %3</source>
        <translation>%1 von %2 nach %3 migrieren</translation>
    </message>
    <message>
        <source>%1 is not known to run on %2.</source>
        <translation>Es ist nicht bekannt, dass %1 auf %2 läuft.</translation>
    </message>
    <message>
        <source>Refresh, and look where it runs.</source>
        <translation>Aktualisieren Sie und sehen Sie nach, wo er läuft.</translation>
    </message>
    <message>
        <source>%1 could not handle the job: %2</source>
        <translation>%1 konnte den Auftrag nicht bearbeiten: %2</translation>
    </message>
    <message>
        <source>Look at /var/lib/colonnade/jobs there: space, permissions.</source>
        <translation>Prüfen Sie dort /var/lib/colonnade/jobs: Speicherplatz, Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Starten: %1</translation>
    </message>
    <message>
        <source>Look at the migration</source>
        <translation>Nach der Migration sehen</translation>
    </message>
    <message>
        <source>See whether the migration was started</source>
        <translation>Nachsehen, ob die Migration gestartet wurde</translation>
    </message>
    <message>
        <source>Clear the migration&apos;s job folder away</source>
        <translation>Auftragsordner der Migration wegräumen</translation>
    </message>
    <message>
        <source>The node&apos;s answer about the migration is not of the expected form: %1</source>
        <translation>Die Antwort des Knotens über die Migration hat nicht die erwartete Form: %1</translation>
    </message>
    <message>
        <source>The node&apos;s answer about the migration ends in its middle.</source>
        <translation>Die Antwort des Knotens über die Migration endet mittendrin.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendiert</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>dying</source>
        <translation>wird entfernt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>in an unknown state</source>
        <translation>in unbekanntem Zustand</translation>
    </message>
    <message>
        <source>%1 create, with its configuration file</source>
        <translation>%1 create, mit seiner Konfigurationsdatei</translation>
    </message>
    <message>
        <source>%1 runs on %2, and %3 holds nothing of it.</source>
        <translation>%1 läuft auf %2, und auf %3 ist nichts davon.</translation>
    </message>
    <message>
        <source>%1 runs on %2, as before; %3 has another guest of that name.</source>
        <translation>%1 läuft auf %2 wie zuvor; %3 hat einen anderen Gast dieses Namens.</translation>
    </message>
    <message>
        <source>%1 runs on %2, as before; %3 holds nothing of it.</source>
        <translation>%1 läuft auf %2 wie zuvor; auf %3 ist nichts davon.</translation>
    </message>
    <message>
        <source>%1 runs on %2 and on %3 at the same time: its disks are being damaged.</source>
        <translation>%1 läuft gleichzeitig auf %2 und auf %3: Seine Datenträger werden gerade beschädigt.</translation>
    </message>
    <message>
        <source>Look at both consoles at once, decide which copy is to be kept, and end the other one on its node with %1. Then check the file systems of the one that was kept.</source>
        <translation>Sehen Sie sich sofort beide Konsolen an, entscheiden Sie, welche Kopie bleiben soll, und beenden Sie die andere auf ihrem Knoten mit %1. Prüfen Sie dann die Dateisysteme der verbliebenen.</translation>
    </message>
    <message>
        <source>%1 runs on %2, and %3 still holds %4, which does nothing but occupy memory.</source>
        <translation>%1 läuft auf %2, und auf %3 liegt noch %4, das nur Speicher belegt.</translation>
    </message>
    <message>
        <source>Never unpause %1. When you have seen that %2 works on %3, remove it on %4 with %5.</source>
        <translation>Lassen Sie %1 niemals weiterlaufen (unpause). Wenn Sie gesehen haben, dass %2 auf %3 funktioniert, entfernen Sie es auf %4 mit %5.</translation>
    </message>
    <message>
        <source>%1 runs neither on %2 nor on %3.</source>
        <translation>%1 läuft weder auf %2 noch auf %3.</translation>
    </message>
    <message>
        <source>%1 still holds %2, an incomplete copy.</source>
        <translation>Auf %1 liegt noch %2, eine unvollständige Kopie.</translation>
    </message>
    <message>
        <source>Remove the incomplete copy on %1 with %2; it cannot be made to run.</source>
        <translation>Entfernen Sie die unvollständige Kopie auf %1 mit %2; sie lässt sich nicht zum Laufen bringen.</translation>
    </message>
    <message>
        <source>%1 starts %2 by itself when it boots (/etc/xen/auto): see whether it is about to. If not, start %2 on one node only: %3.</source>
        <translation>%1 startet %2 beim Booten von selbst (/etc/xen/auto): Sehen Sie nach, ob das bevorsteht. Wenn nicht, starten Sie %2 auf nur einem Knoten: %3.</translation>
    </message>
    <message>
        <source>Start %1 on one node only: %2.</source>
        <translation>Starten Sie %1 auf nur einem Knoten: %2.</translation>
    </message>
    <message>
        <source>%1 runs nowhere: %2; %3.</source>
        <translation>%1 läuft nirgends: %2; %3.</translation>
    </message>
    <message>
        <source>It has arrived and is paused. Let it go on with `%1 unpause %2` on %3.</source>
        <translation>Der Gast ist angekommen und pausiert. Lassen Sie ihn mit `%1 unpause %2` auf %3 weiterlaufen.</translation>
    </message>
    <message>
        <source>%1 is the only one that holds it. Look at its console there; if it does not go on (`%2 unpause`), destroy that copy, then start it again.</source>
        <translation>Nur %1 hat den Gast noch. Sehen Sie sich dort seine Konsole an; wenn er nicht weiterläuft (`%2 unpause`), zerstören Sie diese Kopie und starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>Look at both nodes. At most one copy may ever go on: destroy all others first. When in doubt destroy all of them, then start %1 on one node only.</source>
        <translation>Sehen Sie sich beide Knoten an. Höchstens eine Kopie darf je weiterlaufen: Zerstören Sie zuerst alle anderen. Im Zweifel zerstören Sie alle und starten %1 dann auf nur einem Knoten.</translation>
    </message>
    <message>
        <source>%1 holds nothing of it</source>
        <translation>auf %1 ist nichts davon</translation>
    </message>
    <message>
        <source>%1 holds %2</source>
        <translation>%1 hält %2</translation>
    </message>
</context>
<context>
    <name>colonnade::profiles</name>
    <message>
        <source>The keychain keeps nothing for %1.</source>
        <translation>Im Schlüsselbund ist nichts für %1 hinterlegt.</translation>
    </message>
    <message>
        <source>There is no keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Secrets are asked for each time.</source>
        <translation>Passwörter werden jedes Mal abgefragt.</translation>
    </message>
    <message>
        <source>The keychain was not unlocked.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>The keychain did not do it for %1: %2</source>
        <translation>Der Schlüsselbund konnte es für %1 nicht ausführen: %2</translation>
    </message>
    <message>
        <source>The keychain was not waited for.</source>
        <translation>Auf den Schlüsselbund wurde nicht gewartet.</translation>
    </message>
    <message>
        <source>The keychain did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>See whether it waits for its own password.</source>
        <translation>Sehen Sie nach, ob er auf sein eigenes Passwort wartet.</translation>
    </message>
    <message>
        <source>Use up to %1 printable characters without a slash, no dash first, no blank at either end.</source>
        <translation>Verwenden Sie bis zu %1 druckbare Zeichen ohne Schrägstrich, vorn keinen Bindestrich, an beiden Enden kein Leerzeichen.</translation>
    </message>
    <message>
        <source>Give a host name, an IPv4 or an IPv6 address, without brackets or port.</source>
        <translation>Geben Sie einen Hostnamen, eine IPv4- oder eine IPv6-Adresse an, ohne Klammern und Port.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a user&apos;s name.</source>
        <translation>„%1“ kann kein Benutzername sein.</translation>
    </message>
    <message>
        <source>Port 0 cannot be connected to.</source>
        <translation>Zu Port&#xa0;0 lässt sich keine Verbindung aufbauen.</translation>
    </message>
    <message>
        <source>Give a port from 1 to 65535; ssh&apos;s own is 22.</source>
        <translation>Geben Sie einen Port von 1 bis 65535 an; der übliche für ssh ist&#xa0;22.</translation>
    </message>
    <message>
        <source>The node has no name.</source>
        <translation>Der Knoten hat keinen Namen.</translation>
    </message>
    <message>
        <source>%1 has no host.</source>
        <translation>%1 hat keinen Host.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a node&apos;s name.</source>
        <translation>„%1“ kann kein Name eines Knotens sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a cluster&apos;s name.</source>
        <translation>„%1“ kann kein Name eines Clusters sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a host.</source>
        <translation>„%1“ kann kein Host sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be an address for migrations.</source>
        <translation>„%1“ kann keine Migrationsadresse sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a string</source>
        <translation>„%1“ ist keine Zeichenkette</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port number</source>
        <translation>„%1“ ist keine Portnummer</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not true or false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list of strings</source>
        <translation>„%1“ ist keine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>The profiles in %1 cannot be read: %2.</source>
        <translation>Die Profile in %1 sind nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Mend the file, or move it away to begin with none. It is left as it is.</source>
        <translation>Reparieren Sie die Datei oder verschieben Sie sie, um ohne Profile zu beginnen. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>it is larger than 10 MiB</source>
        <translation>die Datei ist größer als 10&#xa0;MiB</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile&#xa0;%1: %2</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>die Datei ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>&quot;profiles&quot; is not a list</source>
        <translation>„profiles“ ist keine Liste</translation>
    </message>
    <message>
        <source>profile %1 is not an object</source>
        <translation>Profil&#xa0;%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>profile %1: %2</source>
        <translation>Profil&#xa0;%1: %2</translation>
    </message>
    <message>
        <source>The profiles in %1 cannot be written: %2.</source>
        <translation>Die Profile in %1 lassen sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no profile called &quot;%1&quot;.</source>
        <translation>Es gibt kein Profil namens „%1“.</translation>
    </message>
    <message>
        <source>There is a profile called &quot;%1&quot; already.</source>
        <translation>Es gibt bereits ein Profil namens „%1“.</translation>
    </message>
    <message>
        <source>Give it another name, or remove the old one first.</source>
        <translation>Geben Sie ihm einen anderen Namen oder entfernen Sie zuerst das alte.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>der Ordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>its lock %1.lock cannot be had</source>
        <translation>die Sperre %1.lock ist nicht zu bekommen</translation>
    </message>
</context>
<context>
    <name>colonnade::remote</name>
    <message>
        <source>it shows no host key: %1</source>
        <translation>es wurde kein Host-Schlüssel gezeigt: %1</translation>
    </message>
    <message>
        <source>its host key cannot be read</source>
        <translation>der Host-Schlüssel ist nicht lesbar</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not known and was not accepted: %3 %4.</source>
        <translation>Der Host-Schlüssel von %1 (%2) ist unbekannt und wurde nicht akzeptiert: %3 %4.</translation>
    </message>
    <message>
        <source>Compare it with what ssh-keygen -lf prints on the host, then accept it.</source>
        <translation>Vergleichen Sie ihn mit der Ausgabe von ssh-keygen -lf auf dem Host und akzeptieren Sie ihn dann.</translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key of type %3 (%4), but the keys on file for it are of other types: %5. It may be another host.</source>
        <translation>%1 (%2) zeigt einen Host-Schlüssel vom Typ %3 (%4), hinterlegt sind aber Schlüssel anderer Typen: %5. Es könnte ein anderer Host sein.</translation>
    </message>
    <message>
        <source>If the host got a new key, add it to the file, or remove that line.</source>
        <translation>Wenn der Host einen neuen Schlüssel bekommen hat, fügen Sie ihn der Datei hinzu oder entfernen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key that is marked as revoked in %3: %4 %5.</source>
        <translation>%1 (%2) zeigt einen Host-Schlüssel, der in %3 als widerrufen markiert ist: %4 %5.</translation>
    </message>
    <message>
        <source>Do not connect. Whoever has this key may not be the host.</source>
        <translation>Verbinden Sie sich nicht. Wer diesen Schlüssel hat, ist womöglich nicht der Host.</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) has changed: it shows %3 %4, on file is another one in %5. Somebody may be listening in.</source>
        <translation>Der Host-Schlüssel von %1 (%2) hat sich geändert: Gezeigt wird %3 %4, hinterlegt ist ein anderer in %5. Möglicherweise hört jemand mit.</translation>
    </message>
    <message>
        <source>If the host was installed anew, remove that line and connect again.</source>
        <translation>Wenn der Host neu installiert wurde, entfernen Sie diese Zeile und verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>host or user is not usable: %1</source>
        <translation>Host oder Benutzer ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>it floods the connection and does not speak SSH</source>
        <translation>die Gegenstelle überflutet die Verbindung und spricht kein SSH</translation>
    </message>
    <message>
        <source>Check that the port in the profile is the one of sshd.</source>
        <translation>Prüfen Sie, ob der Port im Profil der von sshd ist.</translation>
    </message>
    <message>
        <source>the SSH handshake failed: %1</source>
        <translation>der SSH-Handshake ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>%1 Port&#xa0;%2</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>es wurde kein Grund genannt</translation>
    </message>
    <message>
        <source>no SSH agent is running</source>
        <translation>es läuft kein SSH-Agent</translation>
    </message>
    <message>
        <source>the SSH agent at %1 does not answer</source>
        <translation>der SSH-Agent unter %1 antwortet nicht</translation>
    </message>
    <message>
        <source>no key of the agent was accepted</source>
        <translation>kein Schlüssel des Agenten wurde akzeptiert</translation>
    </message>
    <message>
        <source>the key file %1 cannot be read</source>
        <translation>die Schlüsseldatei %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>the key file %1 does not exist</source>
        <translation>die Schlüsseldatei %1 existiert nicht</translation>
    </message>
    <message>
        <source>the key %1 was not accepted</source>
        <translation>der Schlüssel %1 wurde nicht akzeptiert</translation>
    </message>
    <message>
        <source>the answers to the server&apos;s questions were wrong</source>
        <translation>die Antworten auf die Rückfragen des Servers waren falsch</translation>
    </message>
    <message>
        <source>the server&apos;s questions were not answered</source>
        <translation>die Rückfragen des Servers wurden nicht beantwortet</translation>
    </message>
    <message>
        <source>no password was given</source>
        <translation>es wurde kein Passwort eingegeben</translation>
    </message>
    <message>
        <source>the password was wrong</source>
        <translation>das Passwort war falsch</translation>
    </message>
    <message>
        <source>authentication broke off: %1</source>
        <translation>die Anmeldung brach ab: %1</translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. %5</source>
        <translation>%1 (%2) hat die Anmeldung von %3 abgelehnt: %4. %5</translation>
    </message>
    <message>
        <source>If the agent holds many keys, name one key file in the profile, and turn the agent off.</source>
        <translation>Wenn der Agent viele Schlüssel hält, geben Sie im Profil eine Schlüsseldatei an und schalten Sie den Agenten dort aus.</translation>
    </message>
    <message>
        <source>nothing that could be tried was offered</source>
        <translation>es wurde kein Verfahren angeboten, das sich versuchen ließ</translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. It accepts: %5.</source>
        <translation>%1 (%2) hat die Anmeldung von %3 abgelehnt: %4. Akzeptiert wird: %5.</translation>
    </message>
    <message>
        <source>Check the user and the key in the profile, and authorized_keys on the node.</source>
        <translation>Prüfen Sie Benutzer und Schlüssel im Profil sowie authorized_keys auf dem Knoten.</translation>
    </message>
    <message>
        <source>The connection to %1 is closed.</source>
        <translation>Die Verbindung zu %1 ist getrennt.</translation>
    </message>
    <message>
        <source>Connect it first.</source>
        <translation>Stellen Sie die Verbindung zuerst her.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>Die Verbindung zu %1 wurde getrennt.</translation>
    </message>
    <message>
        <source>%1 is not a private key that can be read</source>
        <translation>%1 ist kein lesbarer privater Schlüssel</translation>
    </message>
    <message>
        <source>no passphrase was given for %1</source>
        <translation>für %1 wurde keine Passphrase eingegeben</translation>
    </message>
    <message>
        <source>the passphrase of %1 was wrong</source>
        <translation>die Passphrase von %1 war falsch</translation>
    </message>
    <message>
        <source>Check the owner and the mode of the file.</source>
        <translation>Prüfen Sie Eigentümer und Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>The known host keys in %1 cannot be read: %2.</source>
        <translation>Die bekannten Host-Schlüssel in %1 sind nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The host key cannot be saved in %1: %2.</source>
        <translation>Der Host-Schlüssel lässt sich nicht in %1 speichern: %2.</translation>
    </message>
    <message>
        <source>%1 prints more than is allowed</source>
        <translation>%1 gibt mehr aus als erlaubt</translation>
    </message>
    <message>
        <source>%1 ended the command without an exit status</source>
        <translation>%1 hat den Befehl ohne Exit-Status beendet</translation>
    </message>
    <message>
        <source>%1 (%2) has not answered for %3 s; the connection is given up.</source>
        <translation>%1 (%2) antwortet seit %3&#xa0;s nicht; die Verbindung wird aufgegeben.</translation>
    </message>
    <message>
        <source>Check that the host is on, and the network.</source>
        <translation>Prüfen Sie, ob der Host läuft und das Netzwerk in Ordnung ist.</translation>
    </message>
    <message>
        <source>The connection to %1 (%2) was lost: %3.</source>
        <translation>Die Verbindung zu %1 (%2) ging verloren: %3.</translation>
    </message>
    <message>
        <source>nobody waits for it any more</source>
        <translation>niemand wartet mehr darauf</translation>
    </message>
    <message>
        <source>the shell on %1 ended in the middle of the script</source>
        <translation>die Shell auf %1 endete mitten im Skript</translation>
    </message>
    <message>
        <source>%1 on %2 was canceled; it may go on there.</source>
        <translation>„%1“ auf %2 wurde abgebrochen; dort läuft es möglicherweise weiter.</translation>
    </message>
    <message>
        <source>%1 did not end on %2 within %3 s; it may go on there.</source>
        <translation>„%1“ endete auf %2 nicht innerhalb von %L3&#xa0;s; dort läuft es möglicherweise weiter.</translation>
    </message>
    <message>
        <source>%1 did not begin: %2 was not connected within %3 s.</source>
        <translation>„%1“ wurde nicht begonnen: %2 war nicht innerhalb von %L3&#xa0;s verbunden.</translation>
    </message>
    <message>
        <source>A question about its host key or a secret is open.</source>
        <translation>Eine Frage zu seinem Host-Schlüssel oder einem Passwort ist offen.</translation>
    </message>
    <message>
        <source>the host name cannot be looked up: %1</source>
        <translation>der Hostname lässt sich nicht auflösen: %1</translation>
    </message>
    <message>
        <source>Check the host name in the profile.</source>
        <translation>Prüfen Sie den Hostnamen im Profil.</translation>
    </message>
    <message>
        <source>Check that sshd runs there and that the port in the profile is its port.</source>
        <translation>Prüfen Sie, ob dort sshd läuft und der Port im Profil dessen Port ist.</translation>
    </message>
    <message>
        <source>the host has no address</source>
        <translation>der Host hat keine Adresse</translation>
    </message>
    <message>
        <source>it did not answer within %1 s</source>
        <translation>keine Antwort innerhalb von %L1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2: %3.</source>
        <translation>%1 ist unter %2 nicht erreichbar: %3.</translation>
    </message>
</context>
<context>
    <name>colonnade::rules</name>
    <message>
        <source>/etc/xen/auto/%1 on %2 starts a second copy of %3 when %2 boots.</source>
        <translation>/etc/xen/auto/%1 auf %2 startet eine zweite Kopie von %3, wenn %2 bootet.</translation>
    </message>
    <message>
        <source>Move the link to %1 after the migration.</source>
        <translation>Verschieben Sie den Link nach der Migration auf %1.</translation>
    </message>
    <message>
        <source>%1 does not have %2: %3 could not be started there again.</source>
        <translation>%1 hat %2 nicht: %3 ließe sich dort nicht wieder starten.</translation>
    </message>
    <message>
        <source>Copy the file to %1.</source>
        <translation>Kopieren Sie die Datei auf %1.</translation>
    </message>
    <message>
        <source>%1 differs between %2 and %3.</source>
        <translation>%1 ist auf %2 und %3 verschieden.</translation>
    </message>
    <message>
        <source>Compare them: %1 would start with other settings there.</source>
        <translation>Vergleichen Sie beide: %1 würde dort mit anderen Einstellungen starten.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a guest, and where it is</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>`%1 destroy %2` on %3</source>
        <translation>`%1 destroy %2` auf %3</translation>
    </message>
    <message>
        <source>Two copies that write to one disk destroy it. Nothing is done by itself: look at both consoles, decide which copy is to live, and destroy the other one (%1).</source>
        <translation>Zwei Kopien, die auf einen Datenträger schreiben, zerstören ihn. Von selbst geschieht nichts: Sehen Sie sich beide Konsolen an, entscheiden Sie, welche Kopie leben soll, und zerstören Sie die andere (%1).</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>commands</comment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1 runs on %2 at the same time.</source>
        <translation>%1 läuft gleichzeitig auf %2.</translation>
    </message>
    <message>
        <source>Two different guests are named %1, on %2.</source>
        <translation>Zwei verschiedene Gäste heißen %1, auf %2.</translation>
    </message>
    <message>
        <source>Rename one of them: neither can be migrated to the other&apos;s node.</source>
        <translation>Benennen Sie einen davon um: Keiner lässt sich auf den Knoten des anderen migrieren.</translation>
    </message>
    <message>
        <source>The migration broke in its final handshake, and both sides hold a copy. Nothing may be resumed before both were looked at; keep at most one of %1 and %2.</source>
        <translation>Die Migration brach bei der abschließenden Übergabe ab, und beide Seiten haben eine Kopie. Nichts darf fortgesetzt werden, bevor beide angesehen wurden; behalten Sie höchstens eine von %1 und %2.</translation>
    </message>
    <message>
        <source>If no migration of %1 is under way (look for `xl migrate-receive` on %2), it is a leftover that only holds memory: %3 removes it. The guest itself is %4.</source>
        <translation>Wenn keine Migration von %1 im Gange ist (suchen Sie auf %2 nach `xl migrate-receive`), ist es ein Überrest, der nur Speicher belegt: %3 entfernt ihn. Der Gast selbst ist %4.</translation>
    </message>
    <message>
        <source>If no migration of %1 is under way (look for `xl migrate-receive` on %2), its memory did not arrive completely and it cannot be continued: see first whether the guest still runs at the node that it came from, then %3 removes this one.</source>
        <translation>Wenn keine Migration von %1 im Gange ist (suchen Sie auf %2 nach `xl migrate-receive`), ist sein Speicher nicht vollständig angekommen, und er kann nicht weiterlaufen: Sehen Sie zuerst nach, ob der Gast noch auf dem Knoten läuft, von dem er kam; dann entfernt %3 diese Kopie.</translation>
    </message>
    <message>
        <source>See that %1 works, then %2 removes this remainder.</source>
        <translation>Vergewissern Sie sich, dass %1 funktioniert; dann entfernt %2 diesen Überrest.</translation>
    </message>
    <message>
        <source>The guest is nowhere else to be seen. Look at every node that it may have gone to; only when it is certain that no copy runs, `%1 rename %2 %3` and `%1 unpause %3` on %4 bring it back.</source>
        <translation>Der Gast ist sonst nirgends zu sehen. Sehen Sie auf jedem Knoten nach, auf den er gegangen sein kann; erst wenn feststeht, dass keine Kopie läuft, holen `%1 rename %2 %3` und `%1 unpause %3` auf %4 ihn zurück.</translation>
    </message>
    <message>
        <source>If no migration is under way, see that %1 works, then %2 removes this remainder.</source>
        <translation>Wenn keine Migration im Gange ist, vergewissern Sie sich, dass %1 funktioniert; dann entfernt %2 diesen Überrest.</translation>
    </message>
    <message>
        <source>If no migration is under way, look at /var/log/xen/xend.log on %1: the guest may still run under this name.</source>
        <translation>Wenn keine Migration im Gange ist, sehen Sie sich /var/log/xen/xend.log auf %1 an: Der Gast läuft vielleicht noch unter diesem Namen.</translation>
    </message>
    <message>
        <source>%1 is the receiving side of a migration that was not started here.</source>
        <translation>%1 ist die empfangende Seite einer Migration, die nicht hier gestartet wurde.</translation>
    </message>
    <message>
        <source>%1 is what a migration left at its source.</source>
        <translation>%1 ist das, was eine Migration auf ihrer Quelle hinterlassen hat.</translation>
    </message>
    <message>
        <source>%1 is the sending side of a migration that was not started here.</source>
        <translation>%1 ist die sendende Seite einer Migration, die nicht hier gestartet wurde.</translation>
    </message>
    <message>
        <source>%1 have the same uuid and may be one guest that runs twice.</source>
        <translation>%1 haben dieselbe UUID und sind vielleicht ein Gast, der zweimal läuft.</translation>
    </message>
    <message>
        <source>%1 holds a dead domain without a name (id %2).</source>
        <translation>Auf %1 liegt eine tote Domäne ohne Namen (ID&#xa0;%2).</translation>
    </message>
    <message>
        <source>Something still holds its memory; a reboot of %1 removes it for certain.</source>
        <translation>Etwas hält noch ihren Speicher; ein Neustart von %1 entfernt sie sicher.</translation>
    </message>
    <message>
        <source>%1 on %2 is one side of a migration, not a guest that could be moved.</source>
        <translation>%1 auf %2 ist eine Seite einer Migration und kein Gast, der sich verschieben ließe.</translation>
    </message>
    <message>
        <source>Wait for that migration to end; if none is under way, follow the advice of the alarm.</source>
        <translation>Warten Sie das Ende dieser Migration ab; wenn keine im Gange ist, folgen Sie dem Rat des Alarms.</translation>
    </message>
    <message>
        <source>%1 is paused on %2, and a paused guest cannot be migrated: it never answers the request to suspend.</source>
        <translation>%1 pausiert auf %2, und ein pausierter Gast lässt sich nicht migrieren: Er reagiert nie auf die Aufforderung zum Suspendieren.</translation>
    </message>
    <message>
        <source>Unpause it (`%2 unpause %1`), then migrate it.</source>
        <translation>Lassen Sie ihn weiterlaufen (`%2 unpause %1`), dann migrieren Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is suspended on %2: it is in the last phase of a migration or being saved.</source>
        <translation>%1 ist auf %2 suspendiert: Er ist in der letzten Phase einer Migration oder wird gerade gesichert.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Warten Sie, bis das beendet ist.</translation>
    </message>
    <message>
        <source>%1 has crashed on %2; there is nothing to migrate.</source>
        <translation>%1 ist auf %2 abgestürzt; es gibt nichts zu migrieren.</translation>
    </message>
    <message>
        <source>Look at its console, remove it (`%2 destroy %1`), and start it where it should run.</source>
        <translation>Sehen Sie sich seine Konsole an, entfernen Sie ihn (`%2 destroy %1`) und starten Sie ihn dort, wo er laufen soll.</translation>
    </message>
    <message>
        <source>%1 has shut itself down on %2 and is about to be removed.</source>
        <translation>%1 hat sich auf %2 selbst heruntergefahren und wird gleich entfernt.</translation>
    </message>
    <message>
        <source>Start it on the node where it should run.</source>
        <translation>Starten Sie ihn auf dem Knoten, auf dem er laufen soll.</translation>
    </message>
    <message>
        <source>%1 is being removed on %2.</source>
        <translation>%1 wird auf %2 gerade entfernt.</translation>
    </message>
    <message>
        <source>Wait; a domain that stays like this is a zombie, and something still holds its memory.</source>
        <translation>Warten Sie; eine Domäne, die so bleibt, ist ein Zombie, und etwas hält noch ihren Speicher.</translation>
    </message>
    <message>
        <source>%1 is not running on %2.</source>
        <translation>%1 läuft auf %2 nicht.</translation>
    </message>
    <message>
        <source>%1 on %2 is in a state that Colonnade does not know.</source>
        <translation>%1 auf %2 ist in einem Zustand, den Colonnade nicht kennt.</translation>
    </message>
    <message>
        <source>Refresh the node; look at `%2 list` there.</source>
        <translation>Aktualisieren Sie den Knoten; sehen Sie sich dort `%2 list` an.</translation>
    </message>
    <message>
        <source>%1 on %2 keeps no configuration of %3, so its disks and networks are not known.</source>
        <translation>%1 auf %2 hat keine Konfiguration von %3, daher sind Datenträger und Netze des Gastes nicht bekannt.</translation>
    </message>
    <message>
        <source>Refresh the node; a guest that another program started has none, and has to be shut down and started with %1.</source>
        <translation>Aktualisieren Sie den Knoten; ein Gast, den ein anderes Programm gestartet hat, hat keine und muss heruntergefahren und mit %1 gestartet werden.</translation>
    </message>
    <message>
        <source>The configuration of %1 forbids its migration (nomigrate).</source>
        <translation>Die Konfiguration von %1 verbietet die Migration (nomigrate).</translation>
    </message>
    <message>
        <source>%1 uses devices of %2 itself (%3), which cannot move.</source>
        <translation>%1 verwendet Geräte von %2 selbst (%3), die nicht mit umziehen können.</translation>
    </message>
    <message>
        <source>Detach them first.</source>
        <translation>Trennen Sie sie zuerst vom Gast.</translation>
    </message>
    <message>
        <source>%1 has virtual NUMA nodes, and such a guest cannot be migrated.</source>
        <translation>%1 hat virtuelle NUMA-Knoten, und ein solcher Gast lässt sich nicht migrieren.</translation>
    </message>
    <message>
        <source>%1 knows %2 as a stopped guest already, with the same uuid.</source>
        <translation>%1 kennt %2 bereits als angehaltenen Gast mit derselben UUID.</translation>
    </message>
    <message>
        <source>%1 has a guest named %2 already.</source>
        <translation>%1 hat bereits einen Gast namens %2.</translation>
    </message>
    <message>
        <source>Find out whether it is the same guest running twice; otherwise rename one of the two.</source>
        <translation>Klären Sie, ob derselbe Gast zweimal läuft; sonst benennen Sie einen der beiden um.</translation>
    </message>
    <message>
        <source>%1 is shown on %2 as well.</source>
        <translation>%1 erscheint auch auf %2.</translation>
    </message>
    <message>
        <source>Find out first which of the two is the one to keep.</source>
        <translation>Klären Sie zuerst, welcher der beiden bleiben soll.</translation>
    </message>
    <message>
        <source>%1 on %2: a migration of %3 is under way, or broke and left this behind.</source>
        <translation>%1 auf %2: Eine Migration von %3 ist im Gange oder brach ab und hat dies hinterlassen.</translation>
    </message>
    <message>
        <source>%1 on %2 has the same uuid as %3.</source>
        <translation>%1 auf %2 hat dieselbe UUID wie %3.</translation>
    </message>
    <message>
        <source>Find out whether it is the same guest under another name; otherwise give one of the two another uuid.</source>
        <translation>Klären Sie, ob es derselbe Gast unter anderem Namen ist; sonst geben Sie einem der beiden eine andere UUID.</translation>
    </message>
    <message>
        <source>%1 is a %2 guest, and %3 runs none of these.</source>
        <translation>%1 ist ein %2-Gast, und auf %3 laufen solche nicht.</translation>
    </message>
    <message>
        <source>%1 does not run guests built for %2, as %3 does.</source>
        <translation>Auf %1 laufen anders als auf %3 keine Gäste, die für %2 gebaut sind.</translation>
    </message>
    <message>
        <source>Make sure that %1 is not one of them.</source>
        <translation>Vergewissern Sie sich, dass %1 keiner davon ist.</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4.</source>
        <translation>%1 ist %2, und %3 ist %4.</translation>
    </message>
    <message>
        <source>%1 is a PV guest, and the hypervisor of %2 was built without shadow paging, which moving one takes.</source>
        <translation>%1 ist ein PV-Gast, und der Hypervisor von %2 wurde ohne Shadow Paging gebaut, das für dessen Migration nötig ist.</translation>
    </message>
    <message>
        <source>Run it as PVH, or boot %1 with a hypervisor whose `xl info` shows shadow in virt_caps.</source>
        <translation>Betreiben Sie ihn als PVH, oder booten Sie %1 mit einem Hypervisor, dessen `xl info` in virt_caps shadow zeigt.</translation>
    </message>
    <message>
        <source>%1 could not be moved away from %2 again: the hypervisor there was built without shadow paging.</source>
        <translation>%1 ließe sich von %2 nicht wieder wegverschieben: Der Hypervisor dort wurde ohne Shadow Paging gebaut.</translation>
    </message>
    <message>
        <source>%1 runs Xen %2, which is older than the %3 of %4; guests move to the same or a newer one only.</source>
        <translation>Auf %1 läuft Xen&#xa0;%2, älter als %3 auf %4; Gäste ziehen nur auf dieselbe oder eine neuere Version um.</translation>
    </message>
    <message>
        <source>Update Xen on %1.</source>
        <translation>Aktualisieren Sie Xen auf %1.</translation>
    </message>
    <message>
        <source>%1 runs a newer Xen (%2) than %3 (%4): there is no way back.</source>
        <translation>Auf %1 läuft ein neueres Xen (%2) als auf %3 (%4): Es gibt keinen Weg zurück.</translation>
    </message>
    <message>
        <source>The CPU of %1 lacks features that the one of %2 has; %3 may crash if it uses them.</source>
        <translation>Der CPU von %1 fehlen Merkmale, die die von %2 hat; %3 kann abstürzen, wenn der Gast sie nutzt.</translation>
    </message>
    <message>
        <source>Level the features with cpuid= in the guest&apos;s configuration.</source>
        <translation>Gleichen Sie die Merkmale mit cpuid= in der Konfiguration des Gastes an.</translation>
    </message>
    <message>
        <source>The free memory of %1 is not known.</source>
        <translation>Der freie Speicher von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The free memory of %1 is not known: %2</source>
        <translation>Der freie Speicher von %1 ist nicht bekannt: %2</translation>
    </message>
    <message>
        <source>Refresh %1.</source>
        <translation>Aktualisieren Sie %1.</translation>
    </message>
    <message numerus="yes">
        <source>The %n guests need %1 MiB together, and %2 has %3 MiB free.</source>
        <translation>
            <numerusform>Der Gast benötigt %1&#xa0;MiB, und auf %2 sind %3&#xa0;MiB frei.</numerusform>
            <numerusform>Die %n&#xa0;Gäste benötigen zusammen %1&#xa0;MiB, und auf %2 sind %3&#xa0;MiB frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs %2 MiB, and %3 has %4 MiB free.</source>
        <translation>%1 benötigt %2&#xa0;MiB, und auf %3 sind %4&#xa0;MiB frei.</translation>
    </message>
    <message>
        <source>Free memory on %1: move or shrink a guest there, or give back some of its Domain-0&apos;s. What Domain-0 could give back by itself is not counted.</source>
        <translation>Geben Sie Speicher auf %1 frei: Verschieben oder verkleinern Sie dort einen Gast, oder geben Sie etwas vom Speicher der Domain-0 zurück. Was Domain-0 von selbst zurückgeben könnte, ist nicht mitgezählt.</translation>
    </message>
    <message>
        <source>This leaves almost nothing over; a little more should be free.</source>
        <translation>Das lässt fast nichts übrig; etwas mehr sollte frei sein.</translation>
    </message>
    <message>
        <source>A live migration of %1 takes %2 MiB on %3, which has %4 MiB free.</source>
        <translation>Eine Live-Migration von %1 benötigt %2&#xa0;MiB auf %3; dort sind %4&#xa0;MiB frei.</translation>
    </message>
    <message>
        <source>It works only if Domain-0 of %1 can give that much back.</source>
        <translation>Das gelingt nur, wenn Domain-0 von %1 so viel zurückgeben kann.</translation>
    </message>
    <message>
        <source>%1 needs a bridge, which %2 does not have.</source>
        <translation>%1 braucht eine Bridge, und %2 hat keine.</translation>
    </message>
    <message>
        <source>%1 needs the bridge %2, which %3 does not have.</source>
        <translation>%1 braucht die Bridge %2, die %3 nicht hat.</translation>
    </message>
    <message>
        <source>Set it up on %1, with the same network behind it.</source>
        <translation>Richten Sie sie auf %1 ein, mit demselben Netz dahinter.</translation>
    </message>
    <message>
        <source>%1.%2</source>
        <comment>a number with decimals</comment>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>xend on %1 does not listen for migrations on port %2.</source>
        <translation>xend auf %1 nimmt auf Port&#xa0;%2 keine Migrationen an.</translation>
    </message>
    <message>
        <source>Set (xend-relocation-server yes) in /etc/xen/xend-config.sxp of %1 and restart xend.</source>
        <translation>Setzen Sie (xend-relocation-server yes) in /etc/xen/xend-config.sxp auf %1 und starten Sie xend neu.</translation>
    </message>
    <message>
        <source>Whether %1 reaches %2 for a migration has not been tested lately; it is tested before anything starts.</source>
        <translation>Ob %1 für eine Migration %2 erreicht, wurde in letzter Zeit nicht getestet; es wird getestet, bevor etwas startet.</translation>
    </message>
    <message>
        <source>Root on %1 cannot run xl on %2 (%3) over SSH.</source>
        <translation>Root auf %1 kann xl auf %2 (%3) nicht über SSH ausführen.</translation>
    </message>
    <message>
        <source>Root on %1 cannot run xl on %2 (%3) over SSH: %4</source>
        <translation>Root auf %1 kann xl auf %2 (%3) nicht über SSH ausführen: %4</translation>
    </message>
    <message>
        <source>Let root of %1 log in to %2 with a key, and accept its host key there once: `ssh root@%2 xl list` must print the list and nothing else.</source>
        <translation>Lassen Sie root von %1 sich auf %2 mit einem Schlüssel anmelden, und akzeptieren Sie dort einmal dessen Host-Schlüssel: `ssh root@%2 xl list` muss die Liste und nichts anderes ausgeben.</translation>
    </message>
    <message>
        <source>%1 cannot reach xend&apos;s relocation port on %2 (%3).</source>
        <translation>%1 erreicht den Relocation-Port von xend auf %2 (%3) nicht.</translation>
    </message>
    <message>
        <source>%1 cannot reach xend&apos;s relocation port on %2 (%3): %4</source>
        <translation>%1 erreicht den Relocation-Port von xend auf %2 (%3) nicht: %4</translation>
    </message>
    <message>
        <source>Open the port, and allow %1 in xend-relocation-hosts-allow of %2.</source>
        <translation>Öffnen Sie den Port, und lassen Sie %1 in xend-relocation-hosts-allow von %2 zu.</translation>
    </message>
    <message>
        <source>The clocks of %1 and %2 are %3 s apart, and guests take their time from the node.</source>
        <translation>Die Uhren von %1 und %2 gehen %3&#xa0;s auseinander, und Gäste beziehen ihre Zeit vom Knoten.</translation>
    </message>
    <message>
        <source>Run a time service (chrony, ntpd) on both.</source>
        <translation>Betreiben Sie auf beiden einen Zeitdienst (chrony, ntpd).</translation>
    </message>
    <message>
        <source>Connect to %1, then try again.</source>
        <translation>Verbinden Sie sich mit %1 und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 has not been reachable.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 has not been reachable: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>%1 has not been reachable for %2.</source>
        <translation>%1 ist seit %2 nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 has not been reachable for %2: %3</source>
        <translation>%1 ist seit %2 nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>%1 has not been read yet.</source>
        <translation>%1 wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 has not been read yet: %2</source>
        <translation>%1 wurde noch nicht gelesen: %2</translation>
    </message>
    <message>
        <source>What is known of %1 is %2 old.</source>
        <translation>Die Angaben zu %1 sind %2 alt.</translation>
    </message>
    <message>
        <source>What is known of %1 is %2 old: %3</source>
        <translation>Die Angaben zu %1 sind %2 alt: %3</translation>
    </message>
    <message>
        <source>%1 could not be read at the last attempt.</source>
        <translation>%1 war beim letzten Versuch nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 could not be read at the last attempt: %2</source>
        <translation>%1 war beim letzten Versuch nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 has no usable Xen toolstack.</source>
        <translation>%1 hat keinen brauchbaren Xen-Toolstack.</translation>
    </message>
    <message>
        <source>%1 has no usable Xen toolstack: %2</source>
        <translation>%1 hat keinen brauchbaren Xen-Toolstack: %2</translation>
    </message>
    <message>
        <source>Refresh %1, then try again.</source>
        <translation>Aktualisieren Sie %1 und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Boot %1 under Xen and start its toolstack.</source>
        <translation>Booten Sie %1 unter Xen und starten Sie den Toolstack dort.</translation>
    </message>
    <message>
        <source>%1 uses %2 and %3 uses %4, which cannot migrate to each other.</source>
        <translation>%1 verwendet %2, und %3 verwendet %4; zwischen diesen ist keine Migration möglich.</translation>
    </message>
    <message>
        <source>%1 and %2 are the same machine under two names.</source>
        <translation>%1 und %2 sind dieselbe Maschine unter zwei Namen.</translation>
    </message>
    <message>
        <source>Correct the host of one of the two profiles.</source>
        <translation>Korrigieren Sie den Host in einem der beiden Profile.</translation>
    </message>
    <message>
        <source>No node is named.</source>
        <translation>Es ist kein Knoten angegeben.</translation>
    </message>
    <message>
        <source>There is no node %1 in this cluster.</source>
        <translation>In diesem Cluster gibt es keinen Knoten %1.</translation>
    </message>
    <message>
        <source>%1 is on %2 already.</source>
        <translation>%1 ist bereits auf %2.</translation>
    </message>
    <message>
        <source>Domain-0 is %1 itself and cannot be migrated.</source>
        <translation>Domain-0 ist %1 selbst und lässt sich nicht migrieren.</translation>
    </message>
    <message>
        <source>There is no guest %1 on %2.</source>
        <translation>Auf %2 gibt es keinen Gast %1.</translation>
    </message>
    <message>
        <source>Refresh %1; it may have moved or stopped.</source>
        <translation>Aktualisieren Sie %1; der Gast ist vielleicht umgezogen oder angehalten.</translation>
    </message>
    <message>
        <source>No guest is named.</source>
        <translation>Es ist kein Gast angegeben.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1&#xa0;d</translation>
    </message>
    <message>
        <source>%1 is part of the service %2, and rgmanager cannot migrate such a guest.</source>
        <translation>%1 ist Teil des Dienstes %2, und rgmanager kann einen solchen Gast nicht migrieren.</translation>
    </message>
    <message>
        <source>Relocate the service (`clusvcadm -r`), which stops and starts the guest, or move the vm out of the service in cluster.conf.</source>
        <translation>Verlegen Sie den Dienst (`clusvcadm -r`), was den Gast anhält und neu startet, oder nehmen Sie die vm in cluster.conf aus dem Dienst heraus.</translation>
    </message>
    <message>
        <source>%1 holds resources of its own in cluster.conf, and rgmanager cannot migrate such a guest.</source>
        <translation>%1 hat in cluster.conf eigene Ressourcen, und rgmanager kann einen solchen Gast nicht migrieren.</translation>
    </message>
    <message>
        <source>%1 is frozen in rgmanager, which refuses every operation on it.</source>
        <translation>%1 ist in rgmanager eingefroren, und rgmanager lehnt jeden Vorgang damit ab.</translation>
    </message>
    <message>
        <source>Unfreeze it (`clusvcadm -U vm:%1`) when the maintenance is over.</source>
        <translation>Tauen Sie den Gast auf (`clusvcadm -U vm:%1`), wenn die Wartung vorbei ist.</translation>
    </message>
    <message>
        <source>rgmanager does not take %1 for started, but for %2.</source>
        <translation>%1 gilt für rgmanager nicht als gestartet (started), sondern als %2.</translation>
    </message>
    <message>
        <source>Bring rgmanager&apos;s picture in order first (`clustat`).</source>
        <translation>Bringen Sie zuerst das Bild von rgmanager in Ordnung (`clustat`).</translation>
    </message>
    <message>
        <source>rgmanager takes %1 to be on %2, not on %3.</source>
        <translation>Für rgmanager ist %1 auf %2, nicht auf %3.</translation>
    </message>
    <message>
        <source>Wait for its next status check (about half a minute) and refresh.</source>
        <translation>Warten Sie die nächste Statusprüfung ab (etwa eine halbe Minute) und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>%1 is not in the member list of the cluster %2, and clusvcadm would act on the name that is closest to it.</source>
        <translation>%1 steht nicht in der Mitgliederliste des Clusters %2, und clusvcadm würde den ähnlichsten Namen nehmen.</translation>
    </message>
    <message>
        <source>Join %1 to the cluster first.</source>
        <translation>Nehmen Sie %1 zuerst in den Cluster auf.</translation>
    </message>
    <message>
        <source>%1 is offline in the cluster %2.</source>
        <translation>%1 ist im Cluster %2 offline.</translation>
    </message>
    <message>
        <source>Start cman on %1.</source>
        <translation>Starten Sie cman auf %1.</translation>
    </message>
    <message>
        <source>rgmanager does not run on %1, and would start a second copy of %2 elsewhere.</source>
        <translation>Auf %1 läuft rgmanager nicht; er würde anderswo eine zweite Kopie von %2 starten.</translation>
    </message>
    <message>
        <source>Start rgmanager on %1.</source>
        <translation>Starten Sie rgmanager auf %1.</translation>
    </message>
    <message>
        <source>clusvcadm cannot be given the names %1 and %2 safely.</source>
        <translation>Die Namen %1 und %2 lassen sich nicht sicher an clusvcadm übergeben.</translation>
    </message>
    <message>
        <source>The cluster %1 has no quorum, so rgmanager does nothing.</source>
        <translation>Der Cluster %1 hat kein Quorum, daher tut rgmanager nichts.</translation>
    </message>
    <message>
        <source>Bring more of its nodes back.</source>
        <translation>Holen Sie mehr seiner Knoten zurück.</translation>
    </message>
    <message>
        <source>cman on %1 has suspended itself over an error in its configuration.</source>
        <translation>cman auf %1 hat sich wegen eines Fehlers in seiner Konfiguration selbst stillgelegt.</translation>
    </message>
    <message>
        <source>Give %1 the cluster.conf of the others and activate it.</source>
        <translation>Geben Sie %1 die cluster.conf der anderen und aktivieren Sie sie.</translation>
    </message>
    <message>
        <source>It cannot be seen whether rgmanager manages %1: neither clustat nor cluster.conf can be read on %2.</source>
        <translation>Ob rgmanager %1 verwaltet, ist nicht zu sehen: Auf %2 sind weder clustat noch cluster.conf lesbar.</translation>
    </message>
    <message>
        <source>A guest that rgmanager manages and that is moved past it can end up running twice. Make `clustat` answer on %1.</source>
        <translation>Ein Gast, den rgmanager verwaltet und der an ihm vorbei verschoben wird, kann am Ende zweimal laufen. Sorgen Sie dafür, dass `clustat` auf %1 antwortet.</translation>
    </message>
    <message>
        <source>rgmanager manages %1 and does not answer on %2; moved past it, the guest could end up running twice.</source>
        <translation>rgmanager verwaltet %1 und antwortet auf %2 nicht; an ihm vorbei verschoben, könnte der Gast am Ende zweimal laufen.</translation>
    </message>
    <message>
        <source>Start rgmanager on %1, or see why `clustat` shows no services there.</source>
        <translation>Starten Sie rgmanager auf %1, oder sehen Sie nach, warum `clustat` dort keine Dienste zeigt.</translation>
    </message>
    <message>
        <source>cluster.conf names %1, but rgmanager on %2 does not list it.</source>
        <translation>cluster.conf nennt %1, aber rgmanager auf %2 führt den Gast nicht auf.</translation>
    </message>
    <message>
        <source>Activate the configuration (`cman_tool version -r`), or remove the vm from it.</source>
        <translation>Aktivieren Sie die Konfiguration (`cman_tool version -r`), oder entfernen Sie die vm daraus.</translation>
    </message>
    <message>
        <source>%1 may not run on %2: failover domain %3 is restricted to %4.</source>
        <translation>%1 darf auf %2 nicht laufen: Die Failover-Domain %3 ist auf %4 beschränkt.</translation>
    </message>
    <message>
        <source>Add %1 to the failover domain in cluster.conf.</source>
        <translation>Nehmen Sie %1 in cluster.conf in die Failover-Domain auf.</translation>
    </message>
    <message>
        <source>%1 is not in failover domain %2 of %3, which prefers %4.</source>
        <translation>%1 gehört nicht zur Failover-Domain %2 von %3, die %4 bevorzugt.</translation>
    </message>
    <message>
        <source>rgmanager prefers %1 for %2 and may move it back there by itself.</source>
        <translation>rgmanager bevorzugt %1 für %2 und verschiebt den Gast vielleicht von selbst dorthin zurück.</translation>
    </message>
    <message>
        <source>Freeze it for the time of a maintenance (`clusvcadm -Z vm:%1`), or set nofailback.</source>
        <translation>Frieren Sie den Gast für die Zeit einer Wartung ein (`clusvcadm -Z vm:%1`), oder setzen Sie nofailback.</translation>
    </message>
    <message>
        <source>%1 (%2) of %3</source>
        <comment>a disk: its path and device, and its guest</comment>
        <translation>%1 (%2) von %3</translation>
    </message>
    <message>
        <source>The disk %1 is a block device on %2 and a file on %3.</source>
        <translation>Der Datenträger %1 ist auf %2 ein Blockgerät und auf %3 eine Datei.</translation>
    </message>
    <message>
        <source>The disk %1 is a file on %2 and a block device on %3.</source>
        <translation>Der Datenträger %1 ist auf %2 eine Datei und auf %3 ein Blockgerät.</translation>
    </message>
    <message>
        <source>It is not the same storage; make the shared one available under this path.</source>
        <translation>Das ist nicht derselbe Speicher; stellen Sie den gemeinsamen unter diesem Pfad bereit.</translation>
    </message>
    <message>
        <source>The disk %1 has %2 bytes on %3 and %4 bytes on %5.</source>
        <translation>Der Datenträger %1 hat %2&#xa0;Byte auf %3 und %4&#xa0;Byte auf %5.</translation>
    </message>
    <message>
        <source>It is not the same storage, or one node has not noticed that it was resized.</source>
        <translation>Das ist nicht derselbe Speicher, oder ein Knoten hat eine Größenänderung nicht bemerkt.</translation>
    </message>
    <message>
        <source>Nothing proves that %1 is the same storage on %2 and on %3.</source>
        <translation>Nichts beweist, dass %1 auf %2 und auf %3 derselbe Speicher ist.</translation>
    </message>
    <message>
        <source>Make sure of it yourself: a guest that goes on with another disk loses its data.</source>
        <translation>Vergewissern Sie sich selbst: Ein Gast, der mit einem anderen Datenträger weiterläuft, verliert seine Daten.</translation>
    </message>
    <message>
        <source>Make the shared storage available under this path on both nodes.</source>
        <translation>Stellen Sie den gemeinsamen Speicher auf beiden Knoten unter diesem Pfad bereit.</translation>
    </message>
    <message>
        <source>The disk %1 is other storage on %3 (%5) than on %2 (%4).</source>
        <translation>Der Datenträger %1 ist auf %3 ein anderer Speicher (%5) als auf %2 (%4).</translation>
    </message>
    <message>
        <source>The disk %1 stands on other devices on %3 (%5) than on %2 (%4).</source>
        <translation>Der Datenträger %1 liegt auf %3 auf anderen Geräten (%5) als auf %2 (%4).</translation>
    </message>
    <message>
        <source>A clone of an array carries the same LVM uuids: make sure that it is none.</source>
        <translation>Ein Klon eines Arrays trägt dieselben LVM-UUIDs: Vergewissern Sie sich, dass es keiner ist.</translation>
    </message>
    <message>
        <source>The disk %1 is in use by %2 on %3.</source>
        <translation>Der Datenträger %1 ist auf %3 durch %2 in Benutzung.</translation>
    </message>
    <message>
        <source>Two guests that write to one disk destroy what is on it; find out which of them it belongs to.</source>
        <translation>Zwei Gäste, die auf einen Datenträger schreiben, zerstören seinen Inhalt; klären Sie, wem er gehört.</translation>
    </message>
    <message>
        <source>The disk %1 is attached with w!, so that nothing protects it from being written to from several sides.</source>
        <translation>Der Datenträger %1 ist mit w! angebunden, sodass ihn nichts davor schützt, von mehreren Seiten beschrieben zu werden.</translation>
    </message>
    <message>
        <source>This is right for a cluster filesystem inside the guests only.</source>
        <translation>Das ist nur für ein Cluster-Dateisystem in den Gästen richtig.</translation>
    </message>
    <message>
        <source>The disk %1 goes through a loop device, which caches writes in Domain-0 of %2.</source>
        <translation>Der Datenträger %1 geht über ein Loop-Gerät, das Schreibzugriffe in Domain-0 von %2 puffert.</translation>
    </message>
    <message>
        <source>Use tap:aio: or a block device for guests that migrate.</source>
        <translation>Verwenden Sie für Gäste, die migrieren, tap:aio: oder ein Blockgerät.</translation>
    </message>
    <message>
        <source>The disk %1 is attached by the script %2, so that it cannot be looked for on %3 beforehand.</source>
        <translation>Der Datenträger %1 wird durch das Skript %2 angebunden und lässt sich daher auf %3 nicht vorab suchen.</translation>
    </message>
    <message>
        <source>Make sure that the script works there and gives the same storage.</source>
        <translation>Vergewissern Sie sich, dass das Skript dort funktioniert und denselben Speicher liefert.</translation>
    </message>
    <message>
        <source>It has not been looked yet whether the disk %1 is there on %2.</source>
        <translation>Es wurde noch nicht nachgesehen, ob der Datenträger %1 auf %2 vorhanden ist.</translation>
    </message>
    <message>
        <source>The disk %1 is not there on %2.</source>
        <translation>Der Datenträger %1 ist auf %2 nicht vorhanden.</translation>
    </message>
    <message>
        <source>Make the shared storage available on %1 (log in to it, activate the volume, mount the filesystem).</source>
        <translation>Stellen Sie den gemeinsamen Speicher auf %1 bereit (dort anmelden, das Volume aktivieren, das Dateisystem einhängen).</translation>
    </message>
    <message>
        <source>%1 is not there on %2: %3 will run, but could not be started there again.</source>
        <translation>%1 ist auf %2 nicht vorhanden: %3 wird laufen, ließe sich dort aber nicht wieder starten.</translation>
    </message>
    <message>
        <source>Copy it to %1.</source>
        <translation>Kopieren Sie es auf %1.</translation>
    </message>
</context>
<context>
    <name>colonnade::toolstack</name>
    <message>
        <source>clustat -x printed no XML</source>
        <translation>clustat -x hat kein XML ausgegeben</translation>
    </message>
    <message>
        <source>clustat -x printed too much</source>
        <translation>clustat -x hat zu viel ausgegeben</translation>
    </message>
    <message>
        <source>clustat -x printed a document type, which it never does</source>
        <translation>clustat -x hat einen Dokumenttyp ausgegeben, was es sonst nie tut</translation>
    </message>
    <message>
        <source>clustat -x printed XML of another kind</source>
        <translation>clustat -x hat XML anderer Art ausgegeben</translation>
    </message>
    <message>
        <source>clustat -x printed XML that is nested too deeply</source>
        <translation>clustat -x hat zu tief verschachteltes XML ausgegeben</translation>
    </message>
    <message>
        <source>the XML of clustat -x cannot be read (%1)</source>
        <translation>das XML von clustat -x ist nicht lesbar (%1)</translation>
    </message>
    <message>
        <source>rgmanager could not migrate it; the guest may be running while rgmanager calls it failed</source>
        <translation>rgmanager konnte den Gast nicht migrieren; er läuft vielleicht, obwohl er für rgmanager als fehlgeschlagen gilt</translation>
    </message>
    <message>
        <source>rgmanager gave up and calls the guest failed; it may well be running</source>
        <translation>rgmanager hat aufgegeben, der Gast gilt dort als fehlgeschlagen; er kann durchaus laufen</translation>
    </message>
    <message>
        <source>the node that was asked does not hold the guest</source>
        <translation>der gefragte Knoten hat den Gast nicht</translation>
    </message>
    <message>
        <source>rgmanager knows no such guest</source>
        <translation>rgmanager kennt diesen Gast nicht</translation>
    </message>
    <message>
        <source>another operation on the guest is under way</source>
        <translation>ein anderer Vorgang mit dem Gast ist im Gange</translation>
    </message>
    <message>
        <source>rgmanager asks to try again later</source>
        <translation>rgmanager bittet um einen späteren Versuch</translation>
    </message>
    <message>
        <source>the guest&apos;s failover domain or a dependency forbids the target</source>
        <translation>die Failover-Domain des Gastes oder eine Abhängigkeit verbietet das Ziel</translation>
    </message>
    <message>
        <source>rgmanager cannot migrate this one: it is part of a service, or not set up for it</source>
        <translation>rgmanager kann diesen Gast nicht migrieren: Er ist Teil eines Dienstes oder nicht dafür eingerichtet</translation>
    </message>
    <message>
        <source>the cluster has no quorum</source>
        <translation>der Cluster hat kein Quorum</translation>
    </message>
    <message>
        <source>the guest is frozen in rgmanager</source>
        <translation>der Gast ist in rgmanager eingefroren</translation>
    </message>
    <message>
        <source>the target is no live member of the cluster</source>
        <translation>das Ziel ist kein aktives Mitglied des Clusters</translation>
    </message>
    <message>
        <source>a node is waiting to be fenced</source>
        <translation>ein Knoten wartet auf sein Fencing</translation>
    </message>
    <message>
        <source>the cluster&apos;s own event script failed</source>
        <translation>das Ereignisskript des Clusters ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the guest may not run on the target</source>
        <translation>der Gast darf auf dem Ziel nicht laufen</translation>
    </message>
    <message>
        <source>the target has an exclusive service, or the guest is one</source>
        <translation>das Ziel hat einen exklusiven Dienst, oder der Gast ist einer</translation>
    </message>
    <message>
        <source>the migration failed and the guest still runs at the source</source>
        <translation>die Migration ist fehlgeschlagen, und der Gast läuft weiter auf der Quelle</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>rgmanager warns and refers to the system log</source>
        <translation>rgmanager warnt und verweist auf das Systemprotokoll</translation>
    </message>
    <message>
        <source>rgmanager or cman does not answer on the node</source>
        <translation>rgmanager oder cman antwortet auf dem Knoten nicht</translation>
    </message>
    <message>
        <source>the target is offline in the cluster</source>
        <translation>das Ziel ist im Cluster offline</translation>
    </message>
    <message>
        <source>clusvcadm was given no target</source>
        <translation>clusvcadm hat kein Ziel erhalten</translation>
    </message>
    <message>
        <source>clusvcadm ended with status %1 and said nothing</source>
        <translation>clusvcadm endete mit Status&#xa0;%1 und ohne Meldung</translation>
    </message>
    <message>
        <source>clusvcadm did not know the target and took %1 in its place</source>
        <translation>clusvcadm kannte das Ziel nicht und nahm stattdessen %1</translation>
    </message>
    <message>
        <source>rgmanager says that it was running there already</source>
        <translation>rgmanager meldet, dass der Gast dort bereits lief</translation>
    </message>
    <message>
        <source>cman_tool status printed too much</source>
        <translation>cman_tool status hat zu viel ausgegeben</translation>
    </message>
    <message>
        <source>cman_tool status does not name a cluster</source>
        <translation>cman_tool status nennt keinen Cluster</translation>
    </message>
    <message>
        <source>cman_tool nodes printed too much</source>
        <translation>cman_tool nodes hat zu viel ausgegeben</translation>
    </message>
    <message>
        <source>cman_tool nodes printed no node</source>
        <translation>cman_tool nodes hat keinen Knoten ausgegeben</translation>
    </message>
    <message>
        <source>the description of the host is too long to be one</source>
        <translation>die Beschreibung des Hosts ist zu lang, um eine zu sein</translation>
    </message>
    <message>
        <source>the toolstack&apos;s info does not tell the Xen version and memory of the host</source>
        <translation>die Angaben des Toolstacks nennen Xen-Version und Speicher des Hosts nicht</translation>
    </message>
    <message>
        <source>%1 printed too much to be a list of guests</source>
        <translation>die Ausgabe von %1 ist zu lang für eine Liste von Gästen</translation>
    </message>
    <message>
        <source>%1 printed more guests than a Xen host can have</source>
        <translation>%1 hat mehr Gäste ausgegeben, als ein Xen-Host haben kann</translation>
    </message>
    <message>
        <source>%1 printed no list of guests</source>
        <translation>%1 hat keine Liste von Gästen ausgegeben</translation>
    </message>
    <message>
        <source>xl list -l printed JSON that cannot be read (%1 at byte %2)</source>
        <translation>xl list -l hat unlesbares JSON ausgegeben (%1 bei Byte&#xa0;%2)</translation>
    </message>
    <message>
        <source>xl list -l printed more guests than a Xen host can have</source>
        <translation>xl list -l hat mehr Gäste ausgegeben, als ein Xen-Host haben kann</translation>
    </message>
    <message>
        <source>xl list -l printed too much to be a list of guests</source>
        <translation>die Ausgabe von xl list -l ist zu lang für eine Liste von Gästen</translation>
    </message>
    <message>
        <source>xl list -l printed neither JSON nor SXP</source>
        <translation>xl list -l hat weder JSON noch SXP ausgegeben</translation>
    </message>
    <message>
        <source>more guests than a Xen host can have</source>
        <translation>mehr Gäste, als ein Xen-Host haben kann</translation>
    </message>
    <message>
        <source>xm list -l printed no configuration of a guest</source>
        <translation>xm list -l hat keine Gastkonfiguration ausgegeben</translation>
    </message>
    <message>
        <source>A guest without a name cannot be migrated.</source>
        <translation>Ein Gast ohne Namen lässt sich nicht migrieren.</translation>
    </message>
    <message>
        <source>Domain-0 is the node itself and cannot be migrated.</source>
        <translation>Domain-0 ist der Knoten selbst und lässt sich nicht migrieren.</translation>
    </message>
    <message>
        <source>The name of guest %1... is too long to be passed to %2.</source>
        <translation>Der Name des Gastes %1... ist zu lang, um an %2 übergeben zu werden.</translation>
    </message>
    <message>
        <source>The name of guest &quot;%1&quot; begins with a dash, and %2 would read it as an option.</source>
        <translation>Der Name des Gastes „%1“ beginnt mit einem Bindestrich; %2 würde ihn als Option lesen.</translation>
    </message>
    <message>
        <source>Rename the guest with `%1 rename`, giving its domain id.</source>
        <translation>Benennen Sie den Gast mit `%1 rename` um und geben Sie dabei seine Domänen-ID an.</translation>
    </message>
    <message>
        <source>The name of guest &quot;%1&quot; is a number, and %2 would take it for a domain id.</source>
        <translation>Der Name des Gastes „%1“ ist eine Zahl; %2 würde ihn für eine Domänen-ID halten.</translation>
    </message>
    <message>
        <source>The name of guest &quot;%1&quot; holds a blank or a control character, which %2 cannot be trusted with.</source>
        <translation>Der Name des Gastes „%1“ enthält ein Leer- oder Steuerzeichen, mit dem %2 nicht sicher umgeht.</translation>
    </message>
    <message>
        <source>Rename the guest with `%1 rename`.</source>
        <translation>Benennen Sie den Gast mit `%1 rename` um.</translation>
    </message>
    <message>
        <source>xend allows only letters, digits and _ - . : + in names; &quot;%1&quot; has others.</source>
        <translation>xend erlaubt in Namen nur Buchstaben, Ziffern und _ - . : +; „%1“ enthält andere Zeichen.</translation>
    </message>
    <message>
        <source>No address is known under which the target can be reached.</source>
        <translation>Es ist keine Adresse bekannt, unter der das Ziel erreichbar ist.</translation>
    </message>
    <message>
        <source>Set the migration address in the target&apos;s profile.</source>
        <translation>Tragen Sie die Migrationsadresse im Profil des Ziels ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name or address that can be passed to %2 safely.</source>
        <translation>„%1“ ist kein Hostname und keine Adresse, die sich sicher an %2 übergeben lässt.</translation>
    </message>
    <message>
        <source>Set the migration address in the target&apos;s profile to a name of letters, digits, dots and dashes.</source>
        <translation>Tragen Sie im Profil des Ziels als Migrationsadresse einen Namen aus Buchstaben, Ziffern, Punkten und Bindestrichen ein.</translation>
    </message>
    <message>
        <source>xend migrates over IPv4 only; &quot;%1&quot; is no such address.</source>
        <translation>xend migriert nur über IPv4; „%1“ ist keine solche Adresse.</translation>
    </message>
    <message>
        <source>%1 is no TCP port.</source>
        <translation>%1 ist kein TCP-Port.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a cluster member that can be passed to clusvcadm.</source>
        <translation>„%1“ ist kein Name eines Cluster-Mitglieds, der sich an clusvcadm übergeben lässt.</translation>
    </message>
    <message>
        <source>the target shows another SSH host key than the one that root on the source knows</source>
        <translation>das Ziel zeigt einen anderen SSH-Host-Schlüssel als den, den root auf der Quelle kennt</translation>
    </message>
    <message>
        <source>root on the source does not know the target&apos;s SSH host key</source>
        <translation>root auf der Quelle kennt den SSH-Host-Schlüssel des Ziels nicht</translation>
    </message>
    <message>
        <source>the target does not let root of the source in (tried: %1)</source>
        <translation>das Ziel lässt root der Quelle nicht ein (versucht: %1)</translation>
    </message>
    <message>
        <source>the source cannot resolve the name %1</source>
        <translation>die Quelle kann den Namen %1 nicht auflösen</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2</source>
        <translation>%1 lehnt Verbindungen auf Port&#xa0;%2 ab</translation>
    </message>
    <message>
        <source>the source has no route to %1, or nothing answers there</source>
        <translation>die Quelle hat keine Route zu %1, oder dort antwortet nichts</translation>
    </message>
    <message>
        <source>the source cannot connect to %1, port %2: %3</source>
        <translation>die Quelle kann keine Verbindung zu %1, Port&#xa0;%2, aufbauen: %3</translation>
    </message>
    <message>
        <source>there is no xl on the target that root finds over SSH</source>
        <translation>auf dem Ziel gibt es kein xl, das root über SSH findet</translation>
    </message>
    <message>
        <source>the target&apos;s shell prints something of its own before xl answers; a login file there does</source>
        <translation>die Shell des Ziels gibt selbst etwas aus, bevor xl antwortet; das kommt aus einer Anmeldedatei dort</translation>
    </message>
    <message>
        <source>the source has no guest %1</source>
        <translation>die Quelle hat keinen Gast %1</translation>
    </message>
    <message>
        <source>the toolstack keeps no configuration of this guest</source>
        <translation>der Toolstack hat keine Konfiguration dieses Gastes</translation>
    </message>
    <message>
        <source>xend is running on the node, and xl refuses to work beside it</source>
        <translation>auf dem Knoten läuft xend, und xl verweigert die Arbeit daneben</translation>
    </message>
    <message>
        <source>the toolstack did not understand the command</source>
        <translation>der Toolstack hat den Befehl nicht verstanden</translation>
    </message>
    <message>
        <source>the disk %2 (%1) is not there on the target</source>
        <translation>der Datenträger %2 (%1) ist auf dem Ziel nicht vorhanden</translation>
    </message>
    <message>
        <source>there is no bridge %1 on the target</source>
        <translation>auf dem Ziel gibt es keine Bridge %1</translation>
    </message>
    <message>
        <source>a disk of the guest is in use by another guest on the target</source>
        <translation>ein Datenträger des Gastes ist auf dem Ziel durch einen anderen Gast in Benutzung</translation>
    </message>
    <message>
        <source>another migration of %1 arrives at the target, or left a copy behind there</source>
        <translation>eine andere Migration von %1 kommt auf dem Ziel an oder hat dort eine Kopie hinterlassen</translation>
    </message>
    <message>
        <source>the target has another guest named %1</source>
        <translation>das Ziel hat einen anderen Gast namens %1</translation>
    </message>
    <message>
        <source>the target has not enough free memory</source>
        <translation>das Ziel hat nicht genug freien Speicher</translation>
    </message>
    <message>
        <source>the source&apos;s hypervisor cannot follow the memory of this kind of guest (it has no shadow paging)</source>
        <translation>der Hypervisor der Quelle kann dem Speicher dieser Art von Gast nicht folgen (ihm fehlt Shadow Paging)</translation>
    </message>
    <message>
        <source>this domain cannot be migrated</source>
        <translation>diese Domäne lässt sich nicht migrieren</translation>
    </message>
    <message>
        <source>the guest&apos;s memory cannot be read; it is so while a guest is paused</source>
        <translation>der Speicher des Gastes ist nicht lesbar; so ist es, solange ein Gast pausiert</translation>
    </message>
    <message>
        <source>the guest did not answer the request to suspend; a paused or hanging guest does not, nor one without drivers for Xen</source>
        <translation>der Gast hat auf die Aufforderung zum Suspendieren nicht reagiert; das tut weder ein pausierter oder hängender Gast noch einer ohne Treiber für Xen</translation>
    </message>
    <message>
        <source>the target&apos;s xl is older than the source&apos;s and does not understand it</source>
        <translation>das xl des Ziels ist älter als das der Quelle und versteht es nicht</translation>
    </message>
    <message>
        <source>the target&apos;s relocation port cannot be reached (%1); xend-relocation-server is off there, or the port is closed</source>
        <translation>der Relocation-Port des Ziels ist nicht erreichbar (%1); dort ist xend-relocation-server ausgeschaltet oder der Port gesperrt</translation>
    </message>
    <message>
        <source>the guest is not running</source>
        <translation>der Gast läuft nicht</translation>
    </message>
    <message>
        <source>xend does not manage this guest</source>
        <translation>xend verwaltet diesen Gast nicht</translation>
    </message>
    <message>
        <source>a PCI device of the node is assigned to the guest</source>
        <translation>dem Gast ist ein PCI-Gerät des Knotens zugewiesen</translation>
    </message>
    <message>
        <source>the guest has a device (%1) that cannot be migrated</source>
        <translation>der Gast hat ein Gerät (%1), das sich nicht migrieren lässt</translation>
    </message>
    <message>
        <source>the guest&apos;s configuration forbids its migration (nomigrate)</source>
        <translation>die Konfiguration des Gastes verbietet seine Migration (nomigrate)</translation>
    </message>
    <message>
        <source>there is not enough free memory</source>
        <translation>es ist nicht genug Speicher frei</translation>
    </message>
    <message>
        <source>a disk or network card of the guest could not be connected on the target</source>
        <translation>ein Datenträger oder eine Netzwerkkarte des Gastes ließ sich auf dem Ziel nicht anbinden</translation>
    </message>
    <message>
        <source>xend does not answer on the source</source>
        <translation>xend antwortet auf der Quelle nicht</translation>
    </message>
    <message>
        <source>the transfer broke off; most often the target does not admit the source (xend-relocation-hosts-allow), and its xend.log says why</source>
        <translation>die Übertragung brach ab; meistens lässt das Ziel die Quelle nicht zu (xend-relocation-hosts-allow), und sein xend.log nennt den Grund</translation>
    </message>
    <message>
        <source>the connection was lost in the final handshake, when both sides held a copy of the guest</source>
        <translation>die Verbindung ging bei der abschließenden Übergabe verloren, als beide Seiten eine Kopie des Gastes hatten</translation>
    </message>
    <message>
        <source>xm ended with status %1 and said nothing</source>
        <translation>xm endete mit Status&#xa0;%1 und ohne Meldung</translation>
    </message>
    <message>
        <source>the list of guests ends in the middle of one</source>
        <translation>die Liste der Gäste endet mitten in einem Gast</translation>
    </message>
    <message>
        <source>the list of guests is nested too deeply to be one</source>
        <translation>die Liste der Gäste ist zu tief verschachtelt, um eine zu sein</translation>
    </message>
    <message>
        <source>the list of guests ends in the middle of a text</source>
        <translation>die Liste der Gäste endet mitten in einem Text</translation>
    </message>
    <message>
        <source>the list of guests is too long to be one</source>
        <translation>die Liste der Gäste ist zu lang, um eine zu sein</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Runs small Xen clusters from a workstation.</source>
        <translation>Betreibt kleine Xen-Cluster vom Arbeitsplatz aus.</translation>
    </message>
    <message>
        <source>Open the window on a simulated cluster.</source>
        <translation>Das Fenster mit einem simulierten Cluster öffnen.</translation>
    </message>
    <message>
        <source>With --demo: how many nodes to simulate (2).</source>
        <translation>Mit --demo: Anzahl der simulierten Knoten (2).</translation>
    </message>
    <message>
        <source>Show this cluster first.</source>
        <translation>Diesen Cluster zuerst anzeigen.</translation>
    </message>
    <message>
        <source>Not understood.</source>
        <translation>Nicht verstanden.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
</context>
</TS>
