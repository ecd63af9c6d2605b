<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ClusterDialog</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Shown beside the name wherever the cluster is</source>
        <translation>Wird neben dem Namen angezeigt, wo immer der Cluster erscheint</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Noti&amp;z</translation>
    </message>
</context>
<context>
    <name>ConnectionManager</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Find by name, host, user or note</source>
        <translation>Nach Name, Host, Benutzer oder Notiz suchen</translation>
    </message>
    <message>
        <source>Find a connection</source>
        <translation>Eine Verbindung suchen</translation>
    </message>
    <message>
        <source>Sort &amp;by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Clusters and their nodes</source>
        <translation>Cluster und ihre Knoten</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>&amp;Verschieben nach …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>V&amp;erbinden</translation>
    </message>
    <message>
        <source>D&amp;isconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>ConnectionTestDialog</name>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>&amp;Erneut testen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>HostKeyAlarmDialog</name>
    <message>
        <source>Host key refused</source>
        <translation>Host-Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>Hinterlegt</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>Type on file</source>
        <translation>Hinterlegter Typ</translation>
    </message>
    <message>
        <source>Type shown</source>
        <translation>Gezeigter Typ</translation>
    </message>
    <message>
        <source>File and line</source>
        <translation>Datei und Zeile</translation>
    </message>
    <message>
        <source>To look it up</source>
        <translation>Zum Nachsehen</translation>
    </message>
</context>
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
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>To look it up</source>
        <translation>Zum Nachsehen</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste to compare</source>
        <translation>Zum &amp;Vergleich einfügen</translation>
    </message>
    <message>
        <source>What the command prints, a fingerprint, or the public key</source>
        <translation>Was der Befehl ausgibt, ein Fingerabdruck oder der öffentliche Schlüssel</translation>
    </message>
</context>
<context>
    <name>HostKeys</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
</context>
<context>
    <name>KnownHostsDialog</name>
    <message>
        <source>Known host keys</source>
        <translation>Bekannte Host-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>Host, type, fingerprint or file</source>
        <translation>Host, Typ, Fingerabdruck oder Datei</translation>
    </message>
    <message>
        <source>&amp;Problems of the files</source>
        <translation>&amp;Probleme der Dateien</translation>
    </message>
</context>
<context>
    <name>NewClusterDialog</name>
    <message>
        <source>New cluster.conf</source>
        <translation>Neue cluster.conf</translation>
    </message>
    <message>
        <source>Cluster &amp;name</source>
        <translation>Cluster&amp;name</translation>
    </message>
    <message>
        <source>At most 15 letters, digits, _ and -. It cannot be changed later: every GFS hangs on it.</source>
        <translation>Höchstens 15 Buchstaben, Ziffern, _ und -. Später nicht mehr änderbar: Jedes GFS hängt daran.</translation>
    </message>
    <message>
        <source>N&amp;odes</source>
        <translation>&amp;Knoten</translation>
    </message>
    <message>
        <source>Another node, as uname -n says on it</source>
        <translation>Ein weiterer Knoten, wie uname -n dort sagt</translation>
    </message>
    <message>
        <source>&amp;Add node</source>
        <translation>Knoten &amp;hinzufügen</translation>
    </message>
</context>
<context>
    <name>NewDomainDialog</name>
    <message>
        <source>New failover domain</source>
        <translation>Neue Failover-Domain</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Ordered: the first of its nodes that is up runs the guests</source>
        <translation>&amp;Geordnet: Der erste ihrer Knoten, der läuft, führt die Gäste aus</translation>
    </message>
    <message>
        <source>&amp;Restricted: no other node ever runs them</source>
        <translation>&amp;Beschränkt: Kein anderer Knoten führt sie je aus</translation>
    </message>
    <message>
        <source>No &amp;failback: a guest stays where it is when a node before that one returns</source>
        <translation>&amp;Kein Failback: Ein Gast bleibt, wo er ist, wenn ein Knoten davor zurückkehrt</translation>
    </message>
    <message>
        <source>It&amp;s nodes, in this order (drag to change it)</source>
        <translation>&amp;Ihre Knoten in dieser Reihenfolge (durch Ziehen ändern)</translation>
    </message>
</context>
<context>
    <name>NewFenceDeviceDialog</name>
    <message>
        <source>New fence device</source>
        <translation>Neues Fence-Gerät</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>A&amp;gent</source>
        <translation>A&amp;gent</translation>
    </message>
</context>
<context>
    <name>NewVmDialog</name>
    <message>
        <source>New virtual machine</source>
        <translation>Neue virtuelle Maschine</translation>
    </message>
    <message>
        <source>&amp;Guest</source>
        <translation>&amp;Gast</translation>
    </message>
    <message>
        <source>&amp;Failover domain</source>
        <translation>&amp;Failover-Domain</translation>
    </message>
    <message>
        <source>Start it by &amp;itself when the cluster gets quorum</source>
        <translation>Von &amp;selbst starten, sobald der Cluster Quorum hat</translation>
    </message>
</context>
<context>
    <name>O2cbTimeoutDialog</name>
    <message>
        <source>Set a timeout on all nodes</source>
        <translation>Eine Zeitgrenze auf allen Knoten setzen</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
</context>
<context>
    <name>Ocfs2NodeDialog</name>
    <message>
        <source>Add a node</source>
        <translation>Knoten hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>as the host calls itself: uname -n</source>
        <translation>wie der Host sich selbst nennt: uname -n</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>N&amp;ummer</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
</context>
<context>
    <name>Ocfs2View</name>
    <message>
        <source>Name of a new cluster</source>
        <translation>Name eines neuen Clusters</translation>
    </message>
    <message>
        <source>Add the clust&amp;er</source>
        <translation>Cluster hin&amp;zufügen</translation>
    </message>
    <message>
        <source>C&amp;luster</source>
        <translation>C&amp;luster</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Weiterer…</translation>
    </message>
    <message>
        <source>Add another cluster</source>
        <translation>Einen weiteren Cluster hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the cluster</source>
        <translation>Den Cluster entfernen</translation>
    </message>
    <message>
        <source>&amp;Heartbeat</source>
        <translation>&amp;Heartbeat</translation>
    </message>
    <message>
        <source>Local: on each mounted volume</source>
        <translation>Lokal: auf jedem eingehängten Volume</translation>
    </message>
    <message>
        <source>Global: on the regions below, for all volumes</source>
        <translation>Global: auf den Regionen unten, für alle Volumes</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>&amp;Add a node…</source>
        <translation>&amp;Knoten hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Heartbeat re&amp;gions</source>
        <translation>Heartbeat-Re&amp;gionen</translation>
    </message>
    <message>
        <source>Heartbeat regions</source>
        <translation>Heartbeat-Regionen</translation>
    </message>
    <message>
        <source>UUID of a volume, as mounted.ocfs2 -d tells it</source>
        <translation>UUID eines Volumes, wie mounted.ocfs2 -d sie nennt</translation>
    </message>
    <message>
        <source>UUID of a new region</source>
        <translation>UUID einer neuen Region</translation>
    </message>
    <message>
        <source>Add the reg&amp;ion</source>
        <translation>Reg&amp;ion hinzufügen</translation>
    </message>
    <message>
        <source>Remove the region</source>
        <translation>Die Region entfernen</translation>
    </message>
    <message>
        <source>Nodes of no cluster</source>
        <translation>Knoten ohne Cluster</translation>
    </message>
    <message>
        <source>its name: letters and digits</source>
        <translation>sein Name: Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>Compared with the nodes</source>
        <translation>Verglichen mit den Knoten</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine ankreuzen</translation>
    </message>
    <message>
        <source>Into &amp;cluster</source>
        <translation>In &amp;Cluster</translation>
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
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>&amp;Migration address</source>
        <translation>&amp;Migrationsadresse</translation>
    </message>
    <message>
        <source>Name or address, or an alias of ~/.ssh/config</source>
        <translation>Name oder Adresse oder ein Alias aus ~/.ssh/config</translation>
    </message>
    <message>
        <source>22</source>
        <translation>22</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>Lo&amp;gin</source>
        <translation>&amp;Anmeldung</translation>
    </message>
    <message>
        <source>Only these &amp;ways to log in, in this order</source>
        <translation>Nur diese Anmelde&amp;verfahren, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>Anmeldeverfahren</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Alt+Up in the list</source>
        <translation>Alt+Pfeil nach oben in der Liste</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+Down in the list</source>
        <translation>Alt+Pfeil nach unten in der Liste</translation>
    </message>
    <message>
        <source>Key f&amp;iles, the first one first</source>
        <translation>Schlüsseldateien, die erste z&amp;uerst</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>Hinzu&amp;fügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>O&amp;ffer only these keys, and none of the agent's others</source>
        <translation>Nur diese Schlüssel anbieten und keinen der übrigen des A&amp;genten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Removes what is kept from the keychain at once</source>
        <translation>Entfernt das Hinterlegte sofort aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>&amp;Route</source>
        <translation>&amp;Route</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>&amp;Weg</translation>
    </message>
    <message>
        <source>&amp;Jump node</source>
        <translation>Sprung-&amp;Knoten</translation>
    </message>
    <message>
        <source>A profile of Colonnade, with its own login</source>
        <translation>Ein Profil von Colonnade, mit eigener Anmeldung</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>Sprung-Host</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Port there</source>
        <translation>Port dort</translation>
    </message>
    <message>
        <source>User there</source>
        <translation>Benutzer dort</translation>
    </message>
    <message>
        <source>The same as on the node</source>
        <translation>Derselbe wie auf dem Knoten</translation>
    </message>
    <message>
        <source>&amp;Known hosts file</source>
        <translation>known_hosts-&amp;Datei</translation>
    </message>
    <message>
        <source>~/.ssh/known_hosts</source>
        <translation>~/.ssh/known_hosts</translation>
    </message>
    <message>
        <source>Choose the known hosts file</source>
        <translation>known_hosts-Datei auswählen</translation>
    </message>
    <message>
        <source>Its host name</source>
        <translation>Sein Hostname</translation>
    </message>
    <message>
        <source>How the other nodes reach this one when they send it a guest; empty: by its own host name</source>
        <translation>Wie die anderen Knoten diesen erreichen, wenn sie ihm einen Gast schicken; leer: unter seinem eigenen Hostnamen</translation>
    </message>
    <message>
        <source>SSH port there</source>
        <translation>SSH-Port dort</translation>
    </message>
    <message>
        <source>Roo&amp;t</source>
        <translation>Roo&amp;t</translation>
    </message>
    <message>
        <source>&amp;Becoming root</source>
        <translation>Wechsel zu ro&amp;ot</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Read-onl&amp;y: nothing that changes this node can be started</source>
        <translation>Nur &amp;lesen: Nichts, was diesen Knoten ändert, lässt sich starten</translation>
    </message>
    <message>
        <source>Servers before 2012 speak nothing else. They can be broken by who is between you and the node and has the means: allow them only in a network that you trust.</source>
        <translation>Server aus der Zeit vor 2012 sprechen nichts anderes. Wer zwischen Ihnen und dem Knoten sitzt und die Mittel dazu hat, kann diese Algorithmen brechen: Erlauben Sie sie nur in einem Netz, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>&amp;Connect within</source>
        <translation>Verbinden ma&amp;ximal</translation>
    </message>
    <message>
        <source>15</source>
        <translation>15</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Signs of life e&amp;very</source>
        <translation>Lebens&amp;zeichen alle</translation>
    </message>
    <message>
        <source>10</source>
        <translation>10</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>Not&amp;iz</translation>
    </message>
    <message>
        <source>Where it stands, whom to ask, what not to do</source>
        <translation>Wo er steht, wen man fragt, was man nicht tun soll</translation>
    </message>
    <message>
        <source>Te&amp;st the connection…</source>
        <translation>Verbindung te&amp;sten …</translation>
    </message>
    <message>
        <source>All&amp;ow old algorithms: ssh-rsa, group14-sha1, CBC ciphers, hmac-sha1</source>
        <translation>&amp;Alte Algorithmen erlauben: ssh-rsa, group14-sha1, CBC-Verschlüsselungen, hmac-sha1</translation>
    </message>
</context>
<context>
    <name>RemoveHostKeysDialog</name>
    <message>
        <source>Remove host keys</source>
        <translation>Host-Schlüssel entfernen</translation>
    </message>
    <message>
        <source>These &amp;lines are removed:</source>
        <translation>Diese &amp;Zeilen werden entfernt:</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>&amp;Remember in the keychain</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>No keychain is at hand: it is asked for once until Colonnade ends, and stored nowhere.</source>
        <translation>Es ist kein Schlüsselbund verfügbar: Die Eingabe wird einmal abgefragt, bis Colonnade endet, und nirgends gespeichert.</translation>
    </message>
</context>
<context>
    <name>StoreTroubleDialog</name>
    <message>
        <source>The profiles cannot be read</source>
        <translation>Die Profile sind nicht lesbar</translation>
    </message>
    <message>
        <source>What &amp;now?</source>
        <translation>&amp;Was nun?</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
        <source>&amp;Do this</source>
        <translation>&amp;Dies ausführen</translation>
    </message>
    <message>
        <source>&amp;Leave it as it is</source>
        <translation>&amp;Unverändert lassen</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n Gast</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
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
        <source>its shell prints "%1" at each login, which breaks the stream of a migration</source>
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
        <translation>Exit-Status %1</translation>
    </message>
    <message>
        <source>Read which nodes the cluster has</source>
        <translation>Lesen, welche Knoten der Cluster hat</translation>
    </message>
    <message>
        <source>What %1 said of its cluster cannot be used: %2.</source>
        <translation>Die Angaben von %1 über seinen Cluster sind unbrauchbar: %2.</translation>
    </message>
    <message>
        <source>%1 on %2 cannot be read: %3</source>
        <translation>%1 auf %2 ist nicht lesbar: %3</translation>
    </message>
    <message>
        <source>%1 may not be read by this user</source>
        <translation>%1 darf von diesem Benutzer nicht gelesen werden</translation>
    </message>
    <message>
        <source>Look up the nodes' names</source>
        <translation>Namen der Knoten auflösen</translation>
    </message>
    <message>
        <source>The search for nodes was stopped.</source>
        <translation>Die Suche nach Knoten wurde gestoppt.</translation>
    </message>
    <message>
        <source>Neither this workstation nor %1 can look %2 up.</source>
        <translation>Weder dieser Rechner noch %1 kann %2 auflösen.</translation>
    </message>
    <message>
        <source>%1 looks %2 up as %3.</source>
        <translation>%1 löst %2 als %3 auf.</translation>
    </message>
    <message>
        <source>This workstation looks %1 up as %2.</source>
        <translation>Dieser Rechner löst %1 als %2 auf.</translation>
    </message>
    <message>
        <source>Its name cannot be looked up here; the address is the one of %1, which may be of a network that is not reached from here.</source>
        <translation>Sein Name lässt sich hier nicht auflösen; die Adresse ist die von %1 und gehört möglicherweise zu einem Netz, das von hier aus nicht erreicht wird.</translation>
    </message>
    <message>
        <source>Its name cannot be looked up here; the address is the one that %1 knows.</source>
        <translation>Sein Name lässt sich hier nicht auflösen; die Adresse ist die, die %1 kennt.</translation>
    </message>
    <message>
        <source>The test of %1 was canceled.</source>
        <translation>Der Test von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>Die Verbindung zu %1 wurde getrennt.</translation>
    </message>
    <message>
        <source>Look whether it is root</source>
        <translation>Nachsehen, ob es root ist</translation>
    </message>
    <message>
        <source>commands run as root</source>
        <translation>Befehle laufen als root</translation>
    </message>
    <message>
        <source>Commands on %1 run as the user with the number %2, not as root.</source>
        <translation>Befehle auf %1 laufen als der Benutzer mit der Nummer %2, nicht als root.</translation>
    </message>
    <message>
        <source>Log in as root, or let the profile become root with sudo.</source>
        <translation>Melden Sie sich als root an, oder lassen Sie das Profil mit sudo zu root werden.</translation>
    </message>
    <message>
        <source>%1 lets the user log in, but does not run commands: %2.</source>
        <translation>%1 lässt die Anmeldung des Benutzers zu, führt aber keine Befehle aus: %2.</translation>
    </message>
    <message>
        <source>it says nothing</source>
        <translation>er meldet nichts</translation>
    </message>
    <message>
        <source>Look at the user's login shell on the node (it may be nologin), and at ForceCommand in its sshd_config.</source>
        <translation>Sehen Sie sich die Login-Shell des Benutzers auf dem Knoten an (sie ist vielleicht nologin) und ForceCommand in dessen sshd_config.</translation>
    </message>
    <message>
        <source>Look whether %1 works on the node itself.</source>
        <translation>Sehen Sie nach, ob %1 auf dem Knoten selbst funktioniert.</translation>
    </message>
    <message>
        <source>%1, Xen %2.%3%4</source>
        <translation>%1, Xen %2.%3%4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP-Verbindung</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Host-Schlüssel</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>Toolstack</source>
        <translation>Toolstack</translation>
    </message>
    <message>
        <source>%1 is not connected to because of %2: %3</source>
        <translation>Zu %1 wird wegen %2 keine Verbindung aufgebaut: %3</translation>
    </message>
    <message>
        <source>The jump host of %1 is the profile "%2", which does not exist.</source>
        <translation>Der Sprung-Host von %1 ist das Profil „%2“, das nicht existiert.</translation>
    </message>
    <message>
        <source>Choose another jump host in the profile of %1.</source>
        <translation>Wählen Sie im Profil von %1 einen anderen Sprung-Host.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The jump hosts lead in a circle: %1.</source>
        <translation>Die Sprung-Hosts führen im Kreis: %1.</translation>
    </message>
    <message>
        <source>The way through jump hosts is too long: %1.</source>
        <translation>Der Weg über Sprung-Hosts ist zu lang: %1.</translation>
    </message>
    <message>
        <source>Choose another jump host in the profile, or mend ProxyJump in ssh_config; "none" as the jump host connects directly.</source>
        <translation>Wählen Sie im Profil einen anderen Sprung-Host, oder korrigieren Sie ProxyJump in ssh_config; „none“ als Sprung-Host verbindet direkt.</translation>
    </message>
    <message>
        <source>%1 was taken out of cluster %2 or is reached in another way now.</source>
        <translation>%1 wurde aus dem Cluster %2 genommen oder wird jetzt anders erreicht.</translation>
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
        <translation>Exit-Status %1</translation>
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
        <translation>%1 (nach %2 s)</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::AttributeForm</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not set: %1</source>
        <translation>nicht gesetzt: %1</translation>
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
    <message>
        <source>C&amp;onnect to a node…</source>
        <translation>Mit einem Knoten &amp;verbinden …</translation>
    </message>
    <message>
        <source>&amp;Import or manage connections…</source>
        <translation>Verbindungen &amp;importieren oder verwalten …</translation>
    </message>
    <message>
        <source>The list of nodes cannot be read</source>
        <translation>Die Liste der Knoten ist nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing in it is lost or changed. Nodes can be added as soon as it is mended or set aside.</source>
        <translation>Nichts darin ist verloren oder verändert. Knoten lassen sich hinzufügen, sobald sie repariert oder beiseitegelegt ist.</translation>
    </message>
    <message>
        <source>&amp;What can be done…</source>
        <translation>&amp;Was zu tun ist…</translation>
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
        <translation>Domäne %1</translation>
    </message>
    <message>
        <source>UUID %1</source>
        <translation>UUID %1</translation>
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
        <translation>%1 %</translation>
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
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <comment>number of virtual CPUs</comment>
        <translation>%1 vCPU</translation>
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
            <numerusform>%1, %2 und noch %n Gast</numerusform>
            <numerusform>%1, %2 und %n weitere</numerusform>
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
    <name>colonnade::gui::Changes</name>
    <message>
        <source>%1 is not there any more: another program has removed it.</source>
        <translation>%1 ist nicht mehr da: von einem anderen Programm entfernt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Another program has changed %1 while you did.</source>
        <translation>Ein anderes Programm hat %1 gleichzeitig mit Ihnen geändert.</translation>
    </message>
    <message>
        <source>Nothing was saved. Note what you want, and edit it again.</source>
        <translation>Es wurde nichts gespeichert. Notieren Sie, was Sie wollen, und bearbeiten Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ChipFlow</name>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 weitere</translation>
    </message>
    <message>
        <source>%1 more: see Virtual machines</source>
        <translation>%1 weitere: siehe Virtuelle Maschinen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterConfView</name>
    <message>
        <source>%1 Line %2, column %3: %4</source>
        <translation>%1 Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1 Until that is mended in the text, this shows the last that could be read, and cannot be edited.</source>
        <translation>%1 Bis das im Text behoben ist, zeigt dies den letzten lesbaren Stand und ist nicht bearbeitbar.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterDialog</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Andere …</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>There is a cluster of this name already. To put all nodes into it, move them there.</source>
        <translation>Es gibt bereits einen Cluster dieses Namens. Um alle Knoten in ihn aufzunehmen, verschieben Sie sie dorthin.</translation>
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
    <message>
        <source>About %1: %2</source>
        <translation>Zu %1: %2</translation>
    </message>
    <message>
        <source>A roll-out of %1 did not come to its end: nodes may hold different files.</source>
        <translation>Eine Verteilung von %1 kam nicht an ihr Ende: die Knoten haben vielleicht verschiedene Dateien.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Changed, and not rolled out yet</source>
        <translation>Geändert und noch nicht verteilt</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterTree</name>
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
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
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
    <message>
        <source>no marks</source>
        <translation>keine Kennzeichen</translation>
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
        <translation>Xen %1.%2</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>neuer Versuch in %1 s</translation>
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
        <source>A question about this node waits for your answer.</source>
        <translation>Eine Frage zu diesem Knoten wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
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
        <translation>%1 von %2 GiB belegt</translation>
    </message>
    <message>
        <source>%1 of %2 MiB used</source>
        <translation>%1 von %2 MiB belegt</translation>
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
            <numerusform>(und %n weiterer Grund)</numerusform>
            <numerusform>(und %n weitere Gründe)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day, as QLocale::toString() takes it: Mon 3 Nov</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::CompareDialog</name>
    <message>
        <source>Compare %1 with %2</source>
        <translation>%1 mit %2 vergleichen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Auf %1</translation>
    </message>
    <message>
        <source>&amp;Take the lines of %1</source>
        <translation>&amp;Die Zeilen von %1 nehmen</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Meine behalten</translation>
    </message>
    <message>
        <source>Take &amp;all of %1</source>
        <translation>&amp;Alles von %1 nehmen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>The text is the same as on %1.</source>
        <translation>Der Text ist derselbe wie auf %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from %1; %2 of them changed on both sides since the file was opened.</source>
        <translation>
            <numerusform>%n Unterschied zu %1; davon %2 seit dem Öffnen auf beiden Seiten geändert.</numerusform>
            <numerusform>%n Unterschiede zu %1; davon %2 seit dem Öffnen auf beiden Seiten geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: changed on %2 only</source>
        <translation>Zeile %1: nur auf %2 geändert</translation>
    </message>
    <message>
        <source>Line %1: changed here only</source>
        <translation>Zeile %1: nur hier geändert</translation>
    </message>
    <message>
        <source>! Line %1: changed on both sides</source>
        <translation>! Zeile %1: auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>%1 – kept</source>
        <translation>%1 – behalten</translation>
    </message>
    <message>
        <source>Take line %1 of %2</source>
        <translation>Zeile %1 von %2 nehmen</translation>
    </message>
    <message>
        <source>Take the text of %1</source>
        <translation>Den Text von %1 nehmen</translation>
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
    <name>colonnade::gui::ConnectionManager</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Letzte Verwendung</translation>
    </message>
    <message>
        <source>There is no node yet. Add one, or import those that ssh knows already (More, Import from ~/.ssh/config).</source>
        <translation>Es gibt noch keinen Knoten. Fügen Sie einen hinzu, oder importieren Sie die, die ssh bereits kennt (Mehr, Aus ~/.ssh/config importieren).</translation>
    </message>
    <message>
        <source>Nothing is called like this. Escape shows all again.</source>
        <translation>Nichts heißt so. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>&amp;Add a node…</source>
        <translation>Knoten &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>&amp;Duplizieren …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Move to cluster…</source>
        <translation>In Cluster &amp;verschieben …</translation>
    </message>
    <message>
        <source>Edit the c&amp;luster…</source>
        <translation>&amp;Cluster bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>V&amp;erbinden</translation>
    </message>
    <message>
        <source>D&amp;isconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Test the connection…</source>
        <translation>Verb&amp;indung testen …</translation>
    </message>
    <message>
        <source>&amp;Find the other nodes…</source>
        <translation>Die &amp;anderen Knoten suchen …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabetaste</translation>
    </message>
    <message>
        <source>Connect &amp;all</source>
        <translation>Alle verbi&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Disconnect all</source>
        <translation>Alle t&amp;rennen</translation>
    </message>
    <message>
        <source>Import from ~/.&amp;ssh/config…</source>
        <translation>Aus ~/.&amp;ssh/config importieren …</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>Datei im&amp;portieren …</translation>
    </message>
    <message>
        <source>E&amp;xport what is selected…</source>
        <translation>Auswahl e&amp;xportieren …</translation>
    </message>
    <message>
        <source>E&amp;xport all…</source>
        <translation>Alle exp&amp;ortieren …</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConnectionModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Not set: as ~/.ssh/config says, root otherwise</source>
        <translation>Nicht gesetzt: wie in ~/.ssh/config, sonst root</translation>
    </message>
    <message numerus="yes">
        <source>Cluster %1, %n node(s)</source>
        <translation>
            <numerusform>Cluster %1, %n Knoten</numerusform>
            <numerusform>Cluster %1, %n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConnectionTestDialog</name>
    <message>
        <source>Test of %1</source>
        <translation>Test von %1</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>Von Ihnen gestoppt.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Connecting to %1 as its profile says. Nothing is changed there.</source>
        <translation>Verbindung zu %1 wird nach seinem Profil aufgebaut. Dort wird nichts geändert.</translation>
    </message>
    <message>
        <source>The connection works, but: %1</source>
        <translation>Die Verbindung funktioniert, aber: %1</translation>
    </message>
    <message>
        <source>Everything that Colonnade needs works.</source>
        <translation>Alles, was Colonnade braucht, funktioniert.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DiffView</name>
    <message>
        <source>no line changed</source>
        <translation>keine Zeile geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) changed, %1 untouched</source>
        <translation>
            <numerusform>%n Zeile geändert, %1 unberührt</numerusform>
            <numerusform>%n Zeilen geändert, %1 unberührt</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… und %n weitere Zeile</numerusform>
            <numerusform>… und %n weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DocumentBar</name>
    <message>
        <source>reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>read from %1, %2</source>
        <translation>gelesen von %1, %2</translation>
    </message>
    <message>
        <source>opened from %1</source>
        <translation>geöffnet von %1</translation>
    </message>
    <message>
        <source>offline: as %1 had it at %2</source>
        <translation>offline: wie %1 sie %2 hatte</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>neue Datei</translation>
    </message>
    <message>
        <source>changes of %1</source>
        <translation>Änderungen von %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Open or save the file</source>
        <translation>Datei öffnen oder sichern</translation>
    </message>
    <message>
        <source>Compare with a node</source>
        <translation>Mit einem Knoten vergleichen</translation>
    </message>
    <message>
        <source>Roll-outs of this file</source>
        <translation>Verteilungen dieser Datei</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>With %1…</source>
        <translation>Mit %1…</translation>
    </message>
    <message>
        <source>From &amp;disk…</source>
        <translation>Vom &amp;Datenträger…</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Save a copy as…</source>
        <translation>Kopie &amp;sichern unter…</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DocumentDesk</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: the cluster is not connected.</source>
        <translation>%1 ist nicht lesbar: Der Cluster ist nicht verbunden.</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 hat kein %2.</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Changes of before</source>
        <translation>Frühere Änderungen</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gesichert als %1.</translation>
    </message>
    <message>
        <source>%1 was not opened: the text here was changed meanwhile.</source>
        <translation>%1 wurde nicht geöffnet: der Text hier wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Open it again if the changes may go.</source>
        <translation>Öffnen Sie es noch einmal, wenn die Änderungen weg dürfen.</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
    <message>
        <source>The draft cannot be read.</source>
        <translation>Der Entwurf kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DomainHead</name>
    <message>
        <source>On: of its nodes that are up, the one with the lowest priority runs the guests. Off: any of them does.</source>
        <translation>Ein: Von ihren Knoten, die laufen, führt der mit der niedrigsten Priorität die Gäste aus. Aus: irgendeiner davon.</translation>
    </message>
    <message>
        <source>On: nodes outside of it never run the guests, which rather stay down. Off: others run them while none of its nodes is up.</source>
        <translation>Ein: Knoten außerhalb führen die Gäste nie aus; lieber bleiben sie aus. Aus: Andere führen sie aus, solange keiner ihrer Knoten läuft.</translation>
    </message>
    <message>
        <source>On: a guest stays where it is when a node before that one returns. Off: it is moved back then.</source>
        <translation>Ein: Ein Gast bleibt, wo er ist, wenn ein Knoten davor zurückkehrt. Aus: Er wird dann zurückverschoben.</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Geordnet</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Beschränkt</translation>
    </message>
    <message>
        <source>No failback</source>
        <translation>Kein Failback</translation>
    </message>
    <message>
        <source>Ordered: the first that is up</source>
        <translation>Geordnet: der erste, der läuft</translation>
    </message>
    <message>
        <source>Restricted: nowhere else</source>
        <translation>Beschränkt: nirgends sonst</translation>
    </message>
    <message>
        <source>No failback: stays where it is</source>
        <translation>Kein Failback: bleibt, wo er ist</translation>
    </message>
    <message>
        <source>Failover domain %1</source>
        <translation>Failover-Domain %1</translation>
    </message>
    <message>
        <source>%1
Click to rename</source>
        <translation>%1
Zum Umbenennen klicken</translation>
    </message>
    <message>
        <source>Failover domain %1, rename</source>
        <translation>Failover-Domain %1 umbenennen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More on failover domain %1</source>
        <translation>Mehr zur Failover-Domain %1</translation>
    </message>
    <message>
        <source>no virtual machine uses it</source>
        <translation>keine virtuelle Maschine benutzt sie</translation>
    </message>
    <message>
        <source>Virtual machines of %1</source>
        <translation>Virtuelle Maschinen von %1</translation>
    </message>
    <message>
        <source>Name of failover domain %1</source>
        <translation>Name der Failover-Domain %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DomainsModel</name>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiter</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritter</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierter</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünfter</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>sechster</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>+ add</source>
        <translation>+ aufnehmen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>keine Priorität</translation>
    </message>
    <message>
        <source>%1 is not in %2</source>
        <translation>%1 ist nicht in %2</translation>
    </message>
    <message>
        <source>%1 in %2: any of its nodes may run the guests</source>
        <translation>%1 in %2: Jeder ihrer Knoten darf die Gäste ausführen</translation>
    </message>
    <message>
        <source>%1 in %2: without a priority from 1 to 100 rgmanager takes it for the first in one place and for the last in another</source>
        <translation>%1 in %2: Ohne Priorität von 1 bis 100 gilt der Knoten rgmanager an einer Stelle als erster und an einer anderen als letzter</translation>
    </message>
    <message>
        <source>%1 in %2: %3, priority %4</source>
        <translation>%1 in %2: %3, Priorität %4</translation>
    </message>
    <message>
        <source>only failover domains name it: it is no node of this cluster</source>
        <translation>nur Failover-Domains nennen ihn: Er ist kein Knoten dieses Clusters</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DomainsTable</name>
    <message>
        <source>Nodes in failover domains</source>
        <translation>Knoten in Failover-Domains</translation>
    </message>
    <message>
        <source>Let go over a node to give its place; Esc cancels</source>
        <translation>Über einem Knoten loslassen, um dessen Platz zu geben; Esc bricht ab</translation>
    </message>
    <message>
        <source>%1 is not ordered: priorities are not read in it</source>
        <translation>%1 ist nicht geordnet: Prioritäten werden darin nicht gelesen</translation>
    </message>
    <message>
        <source>%1 is not in %2</source>
        <translation>%1 ist nicht in %2</translation>
    </message>
    <message>
        <source>Stays %1 in %2</source>
        <translation>Bleibt %1 in %2</translation>
    </message>
    <message>
        <source>Becomes %1 in %2</source>
        <translation>Wird %1 in %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Drafts</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::EditorDocument</name>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::EditorPage</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>%1: the file was changed there after it was read.</source>
        <translation>%1: Die Datei wurde dort geändert, nachdem sie gelesen worden war.</translation>
    </message>
    <message>
        <source>A roll-out would replace it.</source>
        <translation>Eine Verteilung würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>%1 cannot be read: the cluster is not connected.</source>
        <translation>%1 ist nicht lesbar: Der Cluster ist nicht verbunden.</translation>
    </message>
    <message>
        <source>&amp;Roll out…</source>
        <translation>Ver&amp;teilen…</translation>
    </message>
    <message>
        <source>No file is open.</source>
        <translation>Keine Datei ist geöffnet.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of %1 were left behind: the program ended before they were rolled out.</source>
        <translation>Änderungen an %1 sind liegengeblieben: Das Programm endete, bevor sie verteilt waren.</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Changes would be lost</source>
        <translation>Änderungen gingen verloren</translation>
    </message>
    <message>
        <source>%1 has changes that were not rolled out.</source>
        <translation>%1 hat Änderungen, die nicht verteilt sind.</translation>
    </message>
    <message>
        <source>Another file takes their place, and they cannot be undone then.</source>
        <translation>Eine andere Datei tritt an ihre Stelle, und sie sind dann nicht mehr rückgängig zu machen.</translation>
    </message>
    <message>
        <source>&amp;Discard the changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Unchanged.</source>
        <translation>Unverändert.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1:%2:%3: %4</source>
        <translation>%1:%2:%3: %4</translation>
    </message>
    <message>
        <source>Until the text can be read again, only the text can be edited.</source>
        <translation>Bis der Text wieder lesbar ist, ist nur der Text bearbeitbar.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Open a file of this computer</source>
        <translation>Eine Datei dieses Rechners öffnen</translation>
    </message>
    <message>
        <source>Save a copy on this computer</source>
        <translation>Eine Kopie auf diesem Rechner sichern</translation>
    </message>
    <message>
        <source>The roll-out of %1 to %2, begun at %3, did not come to its end.</source>
        <translation>Die Verteilung von %1 auf %2, begonnen %3, kam nicht an ihr Ende.</translation>
    </message>
    <message>
        <source>To finish it gives all of them the new file; to take it back, the old one.</source>
        <translation>Sie zu Ende zu bringen gibt allen die neue Datei, sie zurückzunehmen die alte.</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Zu Ende bringen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1 can be reached again, and has missed a roll-out of %2.</source>
        <translation>
            <numerusform>%1 ist wieder erreichbar und hat eine Verteilung von %2 versäumt.</numerusform>
            <numerusform>%1 sind wieder erreichbar und haben eine Verteilung von %2 versäumt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll it out there…</source>
        <translation>Dort verteilen…</translation>
    </message>
    <message>
        <source>Another roll-out is not finished yet.</source>
        <translation>Eine andere Verteilung ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Try again when it is.</source>
        <translation>Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Failover domains</source>
        <translation>Failover-Domains</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Nodes and fencing</source>
        <translation>Knoten und Fencing</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>OCFS2</source>
        <translation>OCFS2</translation>
    </message>
    <message>
        <source>It is being rolled out.</source>
        <translation>Sie wird gerade verteilt.</translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n act(s) that were not rolled out.</source>
        <translation>
            <numerusform>Geändert: %n Schritt, der nicht verteilt wurde.</numerusform>
            <numerusform>Geändert: %n Schritte, die nicht verteilt wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Der Cluster ist nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::EmptyDocument</name>
    <message>
        <source>Open from &amp;disk…</source>
        <translation>Vom &amp;Datenträger öffnen…</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>%1 is being read from %2…</source>
        <translation>%1 wird von %2 gelesen…</translation>
    </message>
    <message>
        <source>No node has %1.</source>
        <translation>Kein Knoten hat %1.</translation>
    </message>
    <message>
        <source>No node that answers has %1.</source>
        <translation>Kein Knoten, der antwortet, hat %1.</translation>
    </message>
    <message>
        <source>Open a file of this computer, or make a new one. Nothing reaches a node before you roll it out.</source>
        <translation>Öffnen Sie eine Datei dieses Rechners, oder legen Sie eine neue an. Nichts erreicht einen Knoten, bevor Sie es verteilen.</translation>
    </message>
    <message>
        <source>Open a file of this computer. Nothing reaches a node before you roll it out.</source>
        <translation>Öffnen Sie eine Datei dieses Rechners. Kein Knoten bekommt etwas, bevor Sie es verteilen.</translation>
    </message>
    <message>
        <source>%1 was never read from this cluster.</source>
        <translation>%1 wurde von diesem Cluster noch nie gelesen.</translation>
    </message>
    <message>
        <source>It opens by itself when a node can be reached. A file of this computer can be edited meanwhile.</source>
        <translation>Sie öffnet sich von selbst, wenn ein Knoten erreichbar ist. Bis dahin ist eine Datei dieses Rechners bearbeitbar.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::EverythingView</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>+ &amp;Element</source>
        <translation>+ &amp;Element</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Remove element</source>
        <translation>Element entfernen</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>+ A&amp;ttribute</source>
        <translation>+ A&amp;ttribut</translation>
    </message>
    <message>
        <source>Rem&amp;ove</source>
        <translation>Entf&amp;ernen</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Attribut entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>%1 von %2 setzen</translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Rename %1 of %2 to %3</source>
        <translation>%1 von %2 in %3 umbenennen</translation>
    </message>
    <message>
        <source>%1 has an attribute %2 already.</source>
        <translation>%1 hat schon ein Attribut %2.</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Anderes…</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Neues Attribut</translation>
    </message>
    <message>
        <source>Name of the attribute:</source>
        <translation>Name des Attributs:</translation>
    </message>
    <message>
        <source>Value of %1:</source>
        <translation>Wert von %1:</translation>
    </message>
    <message>
        <source>New element</source>
        <translation>Neues Element</translation>
    </message>
    <message>
        <source>Name of the element:</source>
        <translation>Name des Elements:</translation>
    </message>
    <message>
        <source>%1 of the new %2:</source>
        <translation>%1 des neuen %2:</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 in %2 aufnehmen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
    <message>
        <source>&amp;Add element</source>
        <translation>Element &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::FailoverDomainsView</name>
    <message>
        <source>Move %1 up in %2</source>
        <translation>%1 in %2 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down in %2</source>
        <translation>%1 in %2 nach unten</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 in %2 aufnehmen</translation>
    </message>
    <message>
        <source>Take %1 out of %2</source>
        <translation>%1 aus %2 nehmen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Priority of %1 in %2: 1 comes first, and several nodes may share one.</source>
        <translation>Priorität von %1 in %2: 1 kommt zuerst, und mehrere Knoten dürfen dieselbe haben.</translation>
    </message>
    <message>
        <source>Give %1 priority %2 in %3</source>
        <translation>%1 Priorität %2 in %3 geben</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Geordnet</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Beschränkt</translation>
    </message>
    <message>
        <source>No failback</source>
        <translation>Kein Failback</translation>
    </message>
    <message>
        <source>Switch “%1” of %2 on</source>
        <translation>„%1“ von %2 einschalten</translation>
    </message>
    <message>
        <source>Switch “%1” of %2 off</source>
        <translation>„%1“ von %2 ausschalten</translation>
    </message>
    <message>
        <source>Rename failover domain %1 to %2</source>
        <translation>Failover-Domain %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Take %1 out of its failover domain</source>
        <translation>%1 aus seiner Failover-Domain nehmen</translation>
    </message>
    <message>
        <source>Put %1 into %2</source>
        <translation>%1 in %2 aufnehmen</translation>
    </message>
    <message>
        <source>Add failover domain %1</source>
        <translation>Failover-Domain %1 anlegen</translation>
    </message>
    <message>
        <source>Delete failover domain</source>
        <translation>Failover-Domain löschen</translation>
    </message>
    <message>
        <source>Delete the failover domain %1?</source>
        <translation>Failover-Domain %1 löschen?</translation>
    </message>
    <message>
        <source>Nothing refers to it.</source>
        <translation>Nichts bezieht sich auf sie.</translation>
    </message>
    <message>
        <source>These refer to it, lose it, and may then run on any node: %1.
Undo brings all of it back.</source>
        <translation>Diese beziehen sich auf sie, verlieren sie und dürfen dann auf jedem Knoten laufen: %1.
Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete failover domain %1</source>
        <translation>Failover-Domain %1 löschen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Make &amp;first</source>
        <translation>Zum &amp;ersten machen</translation>
    </message>
    <message>
        <source>Make &amp;last</source>
        <translation>Zum &amp;letzten machen</translation>
    </message>
    <message>
        <source>Set &amp;priority…</source>
        <translation>&amp;Priorität setzen…</translation>
    </message>
    <message>
        <source>Switch “Ordered” on to order them</source>
        <translation>Zum Ordnen „Geordnet“ einschalten</translation>
    </message>
    <message>
        <source>&amp;Take out of %1</source>
        <translation>&amp;Aus %1 nehmen</translation>
    </message>
    <message>
        <source>&amp;Add %1 to %2</source>
        <translation>%1 in %2 au&amp;fnehmen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Add node</source>
        <translation>Knoten &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Where would it run?</source>
        <translation>&amp;Wo würde sie laufen?</translation>
    </message>
    <message>
        <source>&amp;Put into</source>
        <translation>&amp;Verlegen in</translation>
    </message>
    <message>
        <source>&amp;Take out of its domain</source>
        <translation>&amp;Aus ihrer Domain nehmen</translation>
    </message>
    <message>
        <source>Let go over a failover domain; Esc cancels</source>
        <translation>Über einer Failover-Domain loslassen; Esc bricht ab</translation>
    </message>
    <message>
        <source>Stays where it is</source>
        <translation>Bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Runs on any node then</source>
        <translation>Läuft dann auf jedem Knoten</translation>
    </message>
    <message>
        <source>Put into %1</source>
        <translation>In %1 verlegt</translation>
    </message>
    <message>
        <source>Failover domains</source>
        <translation>Failover-Domains</translation>
    </message>
    <message>
        <source>+ &amp;Domain</source>
        <translation>+ &amp;Domain</translation>
    </message>
    <message>
        <source>New failover domain</source>
        <translation>Neue Failover-Domain</translation>
    </message>
    <message>
        <source>In no domain, so on any node:</source>
        <translation>In keiner Domain, also auf jedem Knoten:</translation>
    </message>
    <message>
        <source>Virtual machines in no failover domain</source>
        <translation>Virtuelle Maschinen in keiner Failover-Domain</translation>
    </message>
    <message>
        <source>Drag a number up or down to give the node another place; drag a virtual machine to another domain.</source>
        <translation>Ziehen Sie eine Zahl nach oben oder unten, um dem Knoten einen anderen Platz zu geben, oder eine virtuelle Maschine in eine andere Domain.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>There is no failover domain yet, so every virtual machine may run on any node.
A domain says which nodes run it, and in which order. Add one with “+ Domain”.</source>
        <translation>Es gibt noch keine Failover-Domain, also darf jede virtuelle Maschine auf jedem Knoten laufen.
Eine Domain sagt, welche Knoten sie ausführen und in welcher Reihenfolge. „+ Domain“ legt eine an.</translation>
    </message>
    <message>
        <source>There are no nodes yet. Add them under Nodes and fencing.</source>
        <translation>Es gibt noch keine Knoten. Fügen Sie sie unter Knoten und Fencing hinzu.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::FenceFields</name>
    <message>
        <source>as the fence device has it</source>
        <translation>wie beim Fence-Gerät</translation>
    </message>
    <message>
        <source>The agent needs it.</source>
        <translation>Der Agent braucht es.</translation>
    </message>
    <message>
        <source>The agent needs it, here or for each node.</source>
        <translation>Der Agent braucht es, hier oder bei jedem Knoten.</translation>
    </message>
    <message>
        <source>Not known to the agents of cluster 3.0.</source>
        <translation>Den Agenten von Cluster 3.0 unbekannt.</translation>
    </message>
    <message>
        <source>The agent does not know it.</source>
        <translation>Der Agent kennt es nicht.</translation>
    </message>
    <message>
        <source>An old name of %1.</source>
        <translation>Ein alter Name von %1.</translation>
    </message>
    <message>
        <source>The outlet of a node stands on the node's device line.</source>
        <translation>Die Steckdose eines Knotens steht in der Device-Zeile des Knotens.</translation>
    </message>
    <message>
        <source>A board in the node itself: each node has a fence device of its own.</source>
        <translation>Eine Karte im Knoten selbst: Jeder Knoten hat ein eigenes Fence-Gerät.</translation>
    </message>
    <message>
        <source>The slot of a node stands on the node's device line.</source>
        <translation>Der Einschub eines Knotens steht in der Device-Zeile des Knotens.</translation>
    </message>
    <message>
        <source>The name of the node's guest stands on the node's device line.</source>
        <translation>Der Name des Gastes, der der Knoten ist, steht in der Device-Zeile des Knotens.</translation>
    </message>
    <message>
        <source>Cuts the node off its storage; it keeps its power.</source>
        <translation>Trennt den Knoten von seinem Speicher; er behält den Strom.</translation>
    </message>
    <message>
        <source>A person has to say that the node is off; until then everything waits. Not supported in production.</source>
        <translation>Ein Mensch muss sagen, dass der Knoten aus ist; bis dahin wartet alles. Für den Betrieb nicht unterstützt.</translation>
    </message>
    <message>
        <source>This agent is not known here: what it needs, its manual page says.</source>
        <translation>Dieser Agent ist hier unbekannt; was er braucht, sagt seine Handbuchseite.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::FencingTree</name>
    <message>
        <source>Fence methods in the order in which they are tried</source>
        <translation>Fence-Methoden in der Reihenfolge, in der sie versucht werden</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>all of these must succeed</source>
        <translation>alle diese müssen gelingen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::FileReader</name>
    <message>
        <source>The cluster has no node %1 any more.</source>
        <translation>Der Cluster hat keinen Knoten %1 mehr.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::FindingList</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::GroupChip</name>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>Press to see where it would run; its menu moves it to another failover domain.</source>
        <translation>Drücken zeigt, wo er laufen würde; das Menü verlegt ihn in eine andere Failover-Domain.</translation>
    </message>
    <message>
        <source>%1
Drag it to another failover domain, or click to see where it would run.</source>
        <translation>%1
In eine andere Failover-Domain ziehen, oder klicken, um zu sehen, wo es laufen würde.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HeldFile</name>
    <message numerus="yes">
        <source>Same on all %n node(s)</source>
        <translation>
            <numerusform>Gleich auf %n Knoten</numerusform>
            <numerusform>Gleich auf allen %n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same on %1 of %n node(s)</source>
        <translation>
            <numerusform>Gleich auf %1 von %n Knoten</numerusform>
            <numerusform>Gleich auf %1 von %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>differs on %1</source>
        <translation>anders auf %1</translation>
    </message>
    <message>
        <source>missing on %1</source>
        <translation>fehlt auf %1</translation>
    </message>
    <message>
        <source>%1 not reachable</source>
        <translation>%1 nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 not read yet</source>
        <translation>%1 noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HistoryDialog</name>
    <message>
        <source>Roll-outs of %1</source>
        <translation>Verteilungen von %1</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Was sich dadurch änderte</translation>
    </message>
    <message>
        <source>Roll-outs</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Version:</source>
        <translation>&amp;Fassung:</translation>
    </message>
    <message>
        <source>&amp;Put it into the editor</source>
        <translation>In den &amp;Editor übernehmen</translation>
    </message>
    <message>
        <source>As an act that can be undone. No node has it before it is rolled out.</source>
        <translation>Als Schritt, der sich rückgängig machen lässt. Kein Knoten hat sie, bevor sie verteilt wird.</translation>
    </message>
    <message>
        <source>&amp;Finish it</source>
        <translation>Zu &amp;Ende bringen</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Leave it as it is…</source>
        <translation>So &amp;lassen, wie es ist…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was rolled out from this workstation yet.</source>
        <translation>Von diesem Rechner wurde noch nichts verteilt.</translation>
    </message>
    <message>
        <source>Without %1, which could not be reached.</source>
        <translation>Ohne %1, nicht erreichbar.</translation>
    </message>
    <message>
        <source>The file was %1.</source>
        <translation>Die Datei war %1.</translation>
    </message>
    <message>
        <source>The new one</source>
        <translation>Die neue</translation>
    </message>
    <message>
        <source>The old one of %1</source>
        <translation>Die alte von %1</translation>
    </message>
    <message>
        <source>Restore the file of %1</source>
        <translation>Die Datei von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Leave every node's file as it is now, and end this roll-out?</source>
        <translation>Auf jedem Knoten die Datei so lassen, wie sie ist, und diese Verteilung beenden?</translation>
    </message>
    <message>
        <source>This is for a node that will not come back. The nodes may hold different files afterwards; which, is told.</source>
        <translation>Das ist für einen Knoten, der nicht zurückkommt. Danach haben die Knoten vielleicht verschiedene Dateien; welche, wird gesagt.</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>So &amp;lassen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HolderList</name>
    <message>
        <source>same bytes</source>
        <translation>dieselben Bytes</translation>
    </message>
    <message>
        <source>another file</source>
        <translation>eine andere Datei</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>keine solche Datei</translation>
    </message>
    <message>
        <source>needs it when it returns</source>
        <translation>braucht sie, wenn er wiederkommt</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>What the nodes hold</source>
        <translation>Was die Knoten haben</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HostKeyAlarmDialog</name>
    <message>
        <source>The host key of %1 has changed. It was not connected to.</source>
        <translation>Der Host-Schlüssel von %1 hat sich geändert. Es wurde keine Verbindung aufgebaut.</translation>
    </message>
    <message>
        <source>Either somebody is between you and the node, or the node was installed anew, or another machine has its address now.</source>
        <translation>Entweder hat sich jemand zwischen Sie und den Knoten geschaltet, oder der Knoten wurde neu installiert, oder eine andere Maschine hat jetzt seine Adresse.</translation>
    </message>
    <message>
        <source>%1 shows a host key of another type than the ones on file. It was not connected to.</source>
        <translation>%1 zeigt einen Host-Schlüssel eines anderen Typs als die hinterlegten. Es wurde keine Verbindung aufgebaut.</translation>
    </message>
    <message>
        <source>Either another machine answers under this address, or the node got new keys and its old ones were removed.</source>
        <translation>Entweder antwortet unter dieser Adresse eine andere Maschine, oder der Knoten hat neue Schlüssel bekommen, und seine alten wurden entfernt.</translation>
    </message>
    <message>
        <source>%1 shows a host key that is marked as revoked. It was not connected to.</source>
        <translation>%1 zeigt einen Host-Schlüssel, der als widerrufen markiert ist. Es wurde keine Verbindung aufgebaut.</translation>
    </message>
    <message>
        <source>Somebody has declared this key to be lost to strangers: whoever shows it may not be the node.</source>
        <translation>Jemand hat erklärt, dass dieser Schlüssel in fremde Hände geraten ist: Wer ihn zeigt, ist möglicherweise nicht der Knoten.</translation>
    </message>
    <message>
        <source>Give the node new keys at its console. The mark is not removed from here.</source>
        <translation>Geben Sie dem Knoten an seiner Konsole neue Schlüssel. Die Markierung wird von hier aus nicht entfernt.</translation>
    </message>
    <message>
        <source>Run the command above at the console of the node, not over SSH. Only if it prints the fingerprint that is shown now, remove the old key.</source>
        <translation>Führen Sie den obigen Befehl an der Konsole des Knotens aus, nicht über SSH. Nur wenn er den Fingerabdruck ausgibt, der jetzt gezeigt wird, entfernen Sie den alten Schlüssel.</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>Hinterlegt</translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) of this host are on file.</source>
        <translation>
            <numerusform>%n weiterer Schlüssel dieses Hosts ist hinterlegt.</numerusform>
            <numerusform>%n weitere Schlüssel dieses Hosts sind hinterlegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>&amp;Remove the old key…</source>
        <translation>Alten Schlüssel &amp;entfernen …</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HostKeyDialog</name>
    <message>
        <source>%1 is connected to for the first time: no known_hosts file has its key. If somebody is between you and the node, this is the only moment to notice.</source>
        <translation>Dies ist die erste Verbindung zu %1: Sein Schlüssel steht in keiner known_hosts-Datei. Falls sich jemand zwischen Sie und den Knoten geschaltet hat, ist das nur jetzt zu bemerken.</translation>
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
    <message>
        <source>Run this command at the console of the node, not over this connection, and accept the key if both fingerprints are the same.</source>
        <translation>Führen Sie diesen Befehl an der Konsole des Knotens aus, nicht über diese Verbindung, und akzeptieren Sie den Schlüssel, wenn beide Fingerabdrücke gleich sind.</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>It is the same key.</source>
        <translation>Es ist derselbe Schlüssel.</translation>
    </message>
    <message>
        <source>The MD5 fingerprint is the same. MD5 is weak: compare SHA256 if the host can.</source>
        <translation>Der MD5-Fingerabdruck ist gleich. MD5 ist schwach: Vergleichen Sie SHA256, wenn der Host das kann.</translation>
    </message>
    <message>
        <source>It is another key. Do not connect: this may not be the node.</source>
        <translation>Es ist ein anderer Schlüssel. Stellen Sie keine Verbindung her: Dies ist möglicherweise nicht der Knoten.</translation>
    </message>
    <message>
        <source>It is a key of another type than %1, so it says nothing about this one.</source>
        <translation>Es ist ein Schlüssel eines anderen Typs als %1, daher sagt er nichts über diesen aus.</translation>
    </message>
    <message>
        <source>There is no whole fingerprint in it.</source>
        <translation>Darin ist kein vollständiger Fingerabdruck enthalten.</translation>
    </message>
    <message>
        <source>Result of the comparison: %1</source>
        <translation>Ergebnis des Vergleichs: %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::KnownHostsDialog</name>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>Erneut &amp;lesen</translation>
    </message>
    <message>
        <source>Reading the known_hosts files…</source>
        <translation>Die known_hosts-Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>No host key is on file. One is added when you accept the key of a new host. Looked into: %1</source>
        <translation>Es ist kein Host-Schlüssel hinterlegt. Einer kommt hinzu, wenn Sie den Schlüssel eines neuen Hosts akzeptieren. Nachgesehen in: %1</translation>
    </message>
    <message>
        <source>No key on file matches the search. A hashed name is only found under the name of a host that has a profile.</source>
        <translation>Kein hinterlegter Schlüssel passt zur Suche. Ein gehashter Name wird nur unter dem Namen eines Hosts gefunden, der ein Profil hat.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::KnownHostsModel</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>File and line</source>
        <translation>Datei und Zeile</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Markierung</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n Gast</numerusform>
            <numerusform>%n Gäste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n Migration</numerusform>
            <numerusform>%n Migrationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrations are running</source>
        <translation>Es laufen Migrationen</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) go on without Colonnade: %1</source>
        <translation>
            <numerusform>%n Migration läuft ohne Colonnade weiter: %1</numerusform>
            <numerusform>%n Migrationen laufen ohne Colonnade weiter: %1</numerusform>
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
        <translation>&amp;Migrieren nach …</translation>
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
        <translation>Colonnade %1</translation>
    </message>
    <message>
        <source>Runs small Xen clusters from a workstation.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Betreibt kleine Xen-Cluster vom Arbeitsplatz aus.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Was getan werden kann …</translation>
    </message>
    <message>
        <source>Co&amp;nnect…</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>Verbi&amp;ndungen …</translation>
    </message>
    <message>
        <source>All clusters and nodes: add, change, import, connect</source>
        <translation>Alle Cluster und Knoten: hinzufügen, ändern, importieren, verbinden</translation>
    </message>
    <message>
        <source>Edit the c&amp;luster…</source>
        <translation>&amp;Cluster bearbeiten …</translation>
    </message>
    <message>
        <source>Connect &amp;all clusters</source>
        <translation>A&amp;lle Cluster verbinden</translation>
    </message>
    <message>
        <source>D&amp;isconnect all clusters</source>
        <translation>Alle Cluster t&amp;rennen</translation>
    </message>
    <message>
        <source>Known &amp;host keys…</source>
        <translation>Bekannte &amp;Host-Schlüssel …</translation>
    </message>
    <message>
        <source>&amp;Connect this node</source>
        <translation>Diesen Knoten &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Disconnect this node</source>
        <translation>Diesen Knoten &amp;trennen</translation>
    </message>
    <message>
        <source>T&amp;est the connection…</source>
        <translation>Verb&amp;indung testen …</translation>
    </message>
    <message>
        <source>&amp;Find the other nodes…</source>
        <translation>Die &amp;anderen Knoten suchen …</translation>
    </message>
    <message>
        <source>Reads which nodes the files of this one name</source>
        <translation>Liest, welche Knoten die Dateien dieses Knotens nennen</translation>
    </message>
    <message>
        <source>Edit the &amp;profile…</source>
        <translation>&amp;Profil bearbeiten …</translation>
    </message>
    <message>
        <source>De&amp;lete from Colonnade…</source>
        <translation>Aus Colonnade &amp;löschen …</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Guest tools</source>
        <translation>Gastwerkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>&amp;Rückgängig: „%1“</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>&amp;Wiederherstellen: „%1“</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Changes were not rolled out</source>
        <translation>Änderungen sind nicht verteilt</translation>
    </message>
    <message>
        <source>%1: changed, and not rolled out.</source>
        <translation>%1: geändert und nicht verteilt.</translation>
    </message>
    <message>
        <source>What is kept is offered when the file is opened next time. No node has it before it is rolled out.</source>
        <translation>Was behalten wird, wird beim nächsten Öffnen der Datei angeboten. Kein Knoten hat es, bevor es verteilt ist.</translation>
    </message>
    <message>
        <source>&amp;Keep them and close</source>
        <translation>&amp;Behalten und schließen</translation>
    </message>
    <message>
        <source>&amp;Discard them and close</source>
        <translation>&amp;Verwerfen und schließen</translation>
    </message>
    <message>
        <source>A roll-out is running</source>
        <translation>Eine Verteilung läuft</translation>
    </message>
    <message>
        <source>The window stays until it has come to its end: half of a roll-out would leave nodes that differ.</source>
        <translation>Das Fenster bleibt, bis sie an ihr Ende gekommen ist: eine halbe Verteilung hinterließe Knoten, die sich unterscheiden.</translation>
    </message>
    <message>
        <source>&amp;Close when it has ended</source>
        <translation>&amp;Schließen, wenn sie zu Ende ist</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MemberSign</name>
    <message>
        <source>up</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>in the cluster, without rgmanager</source>
        <translation>im Cluster, ohne rgmanager</translation>
    </message>
    <message>
        <source>not in the cluster</source>
        <translation>nicht im Cluster</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
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
    <name>colonnade::gui::MethodList</name>
    <message>
        <source>SSH agent</source>
        <translation>SSH-Agent</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Schlüsseldateien</translation>
    </message>
    <message>
        <source>Questions of the server (keyboard-interactive)</source>
        <translation>Rückfragen des Servers (keyboard-interactive)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
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
        <translation>&amp;Migrieren …</translation>
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
        <translation>%1 wird erneut gelesen, bevor etwas verschoben wird …</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NewClusterDialog</name>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Another node</source>
        <translation>Ein weiterer Knoten</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>Nodes are fenced by hand: when one fails, everything on shared storage waits until a person says that it is off. Give them fence devices next.</source>
        <translation>Knoten werden von Hand gefencet: Fällt einer aus, wartet alles auf gemeinsamem Speicher, bis ein Mensch sagt, dass er aus ist. Geben Sie ihnen als Nächstes Fence-Geräte.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NewDomainDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NewFenceDeviceDialog</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NewVmDialog</name>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>none: any node</source>
        <translation>keine: jeder Knoten</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>It runs on %1 now. rgmanager finds it there when it takes the file.</source>
        <translation>Er läuft jetzt auf %1. rgmanager findet ihn dort, wenn er die Datei übernimmt.</translation>
    </message>
    <message>
        <source>The guest's name, and that of its configuration file on every node that may run it.</source>
        <translation>Der Name des Gastes und der seiner Konfigurationsdatei auf jedem Knoten, der ihn ausführen darf.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NodeMark</name>
    <message>
        <source>old algorithms</source>
        <translation>alte Algorithmen</translation>
    </message>
    <message>
        <source>The connection uses old algorithms that can be broken: who is between you and the node may read along or pose as it.</source>
        <translation>Die Verbindung verwendet alte Algorithmen, die sich brechen lassen: Wer zwischen Ihnen und dem Knoten sitzt, kann mitlesen oder sich als der Knoten ausgeben.</translation>
    </message>
    <message>
        <source>old algorithms allowed</source>
        <translation>alte Algorithmen erlaubt</translation>
    </message>
    <message>
        <source>Old algorithms are allowed for this node, where it knows no better.</source>
        <translation>Alte Algorithmen sind für diesen Knoten erlaubt, wo er nichts Besseres kennt.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes this node can be started from here.</source>
        <translation>Nur lesen: Nichts, was diesen Knoten ändert, lässt sich von hier aus starten.</translation>
    </message>
    <message>
        <source>sudo</source>
        <translation>sudo</translation>
    </message>
    <message>
        <source>Its commands run through sudo.</source>
        <translation>Seine Befehle laufen über sudo.</translation>
    </message>
    <message>
        <source>via %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>It is reached through %1.</source>
        <translation>Er wird über %1 erreicht.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NodeSign</name>
    <message>
        <source>host key</source>
        <translation>Host-Schlüssel</translation>
    </message>
    <message>
        <source>algorithms</source>
        <translation>Algorithmen</translation>
    </message>
    <message>
        <source>login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>a file here</source>
        <translation>eine Datei hier</translation>
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
            <numerusform>%n Gast</numerusform>
            <numerusform>%n Gäste</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>looking up</source>
        <translation>löst Namen auf</translation>
    </message>
    <message>
        <source>key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>logging in</source>
        <translation>meldet sich an</translation>
    </message>
    <message>
        <source>becoming root</source>
        <translation>wird root</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <source>A question about this node waits for your answer.</source>
        <translation>Eine Frage zu diesem Knoten wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>Disconnected by you, or by a question that was not answered.</source>
        <translation>Getrennt durch Sie oder durch eine Frage, die nicht beantwortet wurde.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NodesAndFencingView</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Rename the cluster to %1</source>
        <translation>Den Cluster in %1 umbenennen</translation>
    </message>
    <message>
        <source>Set expected votes to %1</source>
        <translation>Erwartete Stimmen auf %1 setzen</translation>
    </message>
    <message>
        <source>Leave expected votes to the sum</source>
        <translation>Erwartete Stimmen der Summe überlassen</translation>
    </message>
    <message>
        <source>Make it no two-node cluster</source>
        <translation>Kein Zwei-Knoten-Cluster mehr</translation>
    </message>
    <message>
        <source>Make it a two-node cluster</source>
        <translation>Zum Zwei-Knoten-Cluster machen</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>%1 von %2 setzen</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>Number %1 with %2</source>
        <translation>%1 die Nummer %2 geben</translation>
    </message>
    <message>
        <source>Set votes of %1 to %2</source>
        <translation>Stimmen von %1 auf %2 setzen</translation>
    </message>
    <message>
        <source>Name of the new node, as `uname -n` says on it:</source>
        <translation>Name des neuen Knotens, wie `uname -n` dort sagt:</translation>
    </message>
    <message>
        <source>With a third node this is no two-node cluster any more: two_node and expected_votes leave the file, and cman has to be restarted on all nodes.</source>
        <translation>Mit einem dritten Knoten ist dies kein Zwei-Knoten-Cluster mehr: two_node und expected_votes verlassen die Datei, und cman muss auf allen Knoten neu gestartet werden.</translation>
    </message>
    <message>
        <source>New node</source>
        <translation>Neuer Knoten</translation>
    </message>
    <message>
        <source>Add node %1</source>
        <translation>Knoten %1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename node</source>
        <translation>Knoten umbenennen</translation>
    </message>
    <message>
        <source>New name of %1, as `uname -n` says on it. It changes wherever the file refers to it:</source>
        <translation>Neuer Name von %1, wie `uname -n` dort sagt. Er ändert sich überall, wo die Datei ihn nennt:</translation>
    </message>
    <message>
        <source>Rename node %1 to %2</source>
        <translation>Knoten %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>It leaves these failover domains: %1.</source>
        <translation>Er verlässt diese Failover-Domains: %1.</translation>
    </message>
    <message>
        <source>It is in the cluster now: let it leave first (`cman_tool leave remove`).</source>
        <translation>Er ist jetzt im Cluster: Lassen Sie ihn erst austreten (`cman_tool leave remove`).</translation>
    </message>
    <message>
        <source>Two nodes and other numbers of them need another configuration of cman, which has to be restarted on all nodes.</source>
        <translation>Zwei Knoten und andere Zahlen davon brauchen eine andere Konfiguration von cman, der auf allen Knoten neu gestartet werden muss.</translation>
    </message>
    <message>
        <source>Undo brings all of it back.</source>
        <translation>Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>Remove node %1 from the file?</source>
        <translation>Knoten %1 aus der Datei entfernen?</translation>
    </message>
    <message>
        <source>Remove node %1</source>
        <translation>Knoten %1 entfernen</translation>
    </message>
    <message>
        <source>Add fence device %1</source>
        <translation>Fence-Gerät %1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename fence device</source>
        <translation>Fence-Gerät umbenennen</translation>
    </message>
    <message>
        <source>New name of %1; it changes wherever the file refers to it:</source>
        <translation>Neuer Name von %1; er ändert sich überall, wo die Datei es nennt:</translation>
    </message>
    <message>
        <source>Rename fence device %1 to %2</source>
        <translation>Fence-Gerät %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>No node uses it.</source>
        <translation>Kein Knoten benutzt es.</translation>
    </message>
    <message>
        <source>The methods that use it go with it, on %1: what is left of a method would report success for a node that still has power.</source>
        <translation>Die Methoden, die es benutzen, gehen mit, auf %1: Der Rest einer Methode würde Erfolg melden für einen Knoten, der noch Strom hat.</translation>
    </message>
    <message>
        <source>Remove fence device %1?</source>
        <translation>Fence-Gerät %1 entfernen?</translation>
    </message>
    <message>
        <source>Remove fence device %1</source>
        <translation>Fence-Gerät %1 entfernen</translation>
    </message>
    <message>
        <source>Fence %1 with %2</source>
        <translation>%1 mit %2 fencen</translation>
    </message>
    <message>
        <source>Use %1 too in fence method %2 of %3</source>
        <translation>Auch %1 in Fence-Methode %2 von %3 benutzen</translation>
    </message>
    <message>
        <source>Rename fence method</source>
        <translation>Fence-Methode umbenennen</translation>
    </message>
    <message>
        <source>New name of the method:</source>
        <translation>Neuer Name der Methode:</translation>
    </message>
    <message>
        <source>Rename fence method %1 to %2</source>
        <translation>Fence-Methode %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Take a device out of fence method %1 of %2</source>
        <translation>Ein Gerät aus Fence-Methode %1 von %2 nehmen</translation>
    </message>
    <message>
        <source>Remove fence method %1 of %2</source>
        <translation>Fence-Methode %1 von %2 entfernen</translation>
    </message>
    <message>
        <source>What the votes mean</source>
        <translation>Was die Stimmen bedeuten</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Fenced by</source>
        <translation>Gefencet durch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Fence devices</source>
        <translation>Fence-Geräte</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>H&amp;inzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>U&amp;mbenennen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>Entfe&amp;rnen…</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Benutzt für</translation>
    </message>
    <message>
        <source>Fencing, tried in this order (drag to change it)</source>
        <translation>Fencing, in dieser Reihenfolge versucht (durch Ziehen ändern)</translation>
    </message>
    <message>
        <source>+ Me&amp;thod</source>
        <translation>+ Me&amp;thode</translation>
    </message>
    <message>
        <source>+ Devi&amp;ce</source>
        <translation>+ &amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Another way to fence the node, tried when those before it fail</source>
        <translation>Ein weiterer Weg, den Knoten zu fencen; versucht, wenn die davor scheitern</translation>
    </message>
    <message>
        <source>Another device of this method: all of them must succeed</source>
        <translation>Ein weiteres Gerät dieser Methode: Alle müssen gelingen</translation>
    </message>
    <message>
        <source>Rename method</source>
        <translation>Methode umbenennen</translation>
    </message>
    <message>
        <source>Remove method or device</source>
        <translation>Methode oder Gerät entfernen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>New fence device…</source>
        <translation>Neues Fence-Gerät…</translation>
    </message>
    <message>
        <source>Move fence method %1 of %2</source>
        <translation>Fence-Methode %1 von %2 verschieben</translation>
    </message>
    <message>
        <source>Move a device in fence method %1 of %2</source>
        <translation>Ein Gerät in Fence-Methode %1 von %2 verschieben</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>none: blocks when it fails</source>
        <translation>nichts: blockiert, wenn er ausfällt</translation>
    </message>
    <message>
        <source>Nodes and fencing</source>
        <translation>Knoten und Fencing</translation>
    </message>
    <message>
        <source>Cluster name</source>
        <translation>Clustername</translation>
    </message>
    <message>
        <source>Two-node cluster</source>
        <translation>Zwei-Knoten-Cluster</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Expected votes</source>
        <translation>Erwartete Stimmen</translation>
    </message>
    <message>
        <source>the sum of all votes</source>
        <translation>die Summe aller Stimmen</translation>
    </message>
    <message>
        <source>cman runs: the cluster's number, its multicast address and the lock table of every GFS hang on the name. Stop the cluster on all nodes first, and expect to relabel every GFS.</source>
        <translation>cman läuft: Die Nummer des Clusters, seine Multicast-Adresse und die Lock-Tabelle jedes GFS hängen am Namen. Halten Sie den Cluster erst auf allen Knoten an, und rechnen Sie damit, jedes GFS umzubenennen.</translation>
    </message>
    <message>
        <source>cman runs, and reads this when it starts only: stop it on all nodes first.</source>
        <translation>cman läuft und liest dies nur beim Start: Halten Sie ihn erst auf allen Knoten an.</translation>
    </message>
    <message>
        <source>Before the first start only: the lock table of every GFS hangs on it.</source>
        <translation>Nur vor dem ersten Start: Die Lock-Tabelle jedes GFS hängt daran.</translation>
    </message>
    <message>
        <source>Version %1 of the file.</source>
        <translation>Version %1 der Datei.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no node</source>
        <translation>kein Knoten</translation>
    </message>
    <message>
        <source>No node yet</source>
        <translation>Noch kein Knoten</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>How much of the locks it masters.</source>
        <translation>Wie viele der Locks er verwaltet.</translation>
    </message>
    <message>
        <source>cman runs, and knows the node by this number: stop it on all nodes first.</source>
        <translation>cman läuft und kennt den Knoten unter dieser Nummer: Halten Sie ihn erst auf allen Knoten an.</translation>
    </message>
    <message>
        <source>In a two-node cluster each node has one vote.</source>
        <translation>In einem Zwei-Knoten-Cluster hat jeder Knoten eine Stimme.</translation>
    </message>
    <message>
        <source>%1 Nothing fences it: when it fails, everything on shared storage waits until a person says that it is off. Add a method.</source>
        <translation>%1 Nichts fencet ihn: Fällt er aus, wartet alles auf gemeinsamem Speicher, bis ein Mensch sagt, dass er aus ist. Fügen Sie eine Methode hinzu.</translation>
    </message>
    <message>
        <source>%1 for this node</source>
        <translation>%1 für diesen Knoten</translation>
    </message>
    <message>
        <source>%1 There is no fence device %2</source>
        <translation>%1 Es gibt kein Fence-Gerät %2</translation>
    </message>
    <message>
        <source>%1 has nothing to set for a node</source>
        <translation>%1 hat für einen Knoten nichts einzustellen</translation>
    </message>
    <message>
        <source>No fence device yet</source>
        <translation>Noch kein Fence-Gerät</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::O2cbTimeoutDialog</name>
    <message>
        <source>&amp;Roll out…</source>
        <translation>Ver&amp;teilen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a node and a problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 changes.</source>
        <translation>%1 von %2 ändert sich.</translation>
    </message>
    <message>
        <source>No file changes.</source>
        <translation>Keine Datei ändert sich.</translation>
    </message>
    <message>
        <source>It counts from the cluster's next start on each node: take it offline and online, on all of them.</source>
        <translation>Es zählt ab dem nächsten Start des Clusters auf jedem Knoten: Nehmen Sie ihn offline und wieder online, auf allen.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::O2cbTimeoutPanel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a span and the value that makes it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>its file cannot be read</source>
        <translation>die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>only a shell can tell</source>
        <translation>nur eine Shell kann es sagen</translation>
    </message>
    <message>
        <source>loaded: %1</source>
        <translation>geladen: %1</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not set: the kernel's own</source>
        <translation>nicht gesetzt: der Wert des Kernels</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>&amp;Timeouts</source>
        <translation>&amp;Zeitgrenzen</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Zeitgrenzen</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Next start</source>
        <translation>Nächster Start</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>&amp;Set on all nodes…</source>
        <translation>Auf allen Knoten &amp;setzen…</translation>
    </message>
    <message>
        <source>Cop&amp;y the line</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>All nodes must have the same, or they do not connect.</source>
        <translation>Alle Knoten müssen dasselbe haben, sonst verbinden sie sich nicht.</translation>
    </message>
    <message>
        <source>No connected node is in this cluster: its timeouts are in /etc/default/o2cb or /etc/sysconfig/o2cb of each node, and must be the same on all.</source>
        <translation>Kein verbundener Knoten ist in diesem Cluster: Seine Zeitgrenzen stehen in /etc/default/o2cb oder /etc/sysconfig/o2cb jedes Knotens und müssen auf allen gleich sein.</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Ocfs2NodeDialog</name>
    <message>
        <source>All connected nodes are in %1 already: another host has to be typed in.</source>
        <translation>Alle verbundenen Knoten sind schon in %1: Ein anderer Host muss eingetippt werden.</translation>
    </message>
    <message>
        <source>The new node of %1. Its address must be bound on it, on the network of the others; its number stays with it for good.</source>
        <translation>Der neue Knoten von %1. Seine Adresse muss an ihn gebunden sein, im Netz der anderen; seine Nummer behält er für immer.</translation>
    </message>
    <message>
        <source>Another host</source>
        <translation>Anderer Host</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>an address and its interface</comment>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Ocfs2NodeModel</name>
    <message>
        <source>no connection of this name</source>
        <translation>keine Verbindung dieses Namens</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>loaded as %1</source>
        <translation>geladen als %1</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>%1 mounted</source>
        <translation>%1 eingehängt</translation>
    </message>
    <message>
        <source>not connected; was: %1</source>
        <translation>nicht verbunden; war: %1</translation>
    </message>
    <message>
        <source>Not loaded on %1 yet.</source>
        <translation>Auf %1 noch nicht geladen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, locked</source>
        <translation>%1: %2, gesperrt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>On the node</source>
        <translation>Auf dem Knoten</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Ocfs2View</name>
    <message>
        <source>%1?</source>
        <comment>an act</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Trotzdem tun</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Number %1 with %2</source>
        <translation>%1 die Nummer %2 geben</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Give %1 the address %2</source>
        <translation>%1 die Adresse %2 geben</translation>
    </message>
    <message>
        <source>Give %1 the port %2</source>
        <translation>%1 den Port %2 geben</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 in %2 aufnehmen</translation>
    </message>
    <message>
        <source>Remove %1 from %2</source>
        <translation>%1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>Rename the cluster %1 to %2</source>
        <translation>Den Cluster %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Add the cluster %1</source>
        <translation>Den Cluster %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the cluster %1</source>
        <translation>Den Cluster %1 entfernen</translation>
    </message>
    <message>
        <source>Switch %1 to global heartbeat</source>
        <translation>%1 auf globalen Heartbeat umstellen</translation>
    </message>
    <message>
        <source>Switch %1 to local heartbeat</source>
        <translation>%1 auf lokalen Heartbeat umstellen</translation>
    </message>
    <message>
        <source>Add the region %1 to %2</source>
        <translation>Die Region %1 in %2 aufnehmen</translation>
    </message>
    <message>
        <source>Remove the region %1 from %2</source>
        <translation>Die Region %1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>Clusters of the list</source>
        <translation>Cluster der Liste</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Heartbeat</translation>
    </message>
    <message>
        <source>Change the cell</source>
        <translation>Die Zelle ändern</translation>
    </message>
    <message>
        <source>Add a node…</source>
        <translation>Knoten hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The tools refuse the whole list as it is. Below is what it was before; it can be changed again once the text is in order.</source>
        <translation>Die Werkzeuge weisen die ganze Liste so zurück. Unten steht, was sie vorher war; sie ist wieder änderbar, sobald der Text in Ordnung ist.</translation>
    </message>
    <message>
        <source>No node yet: a cluster needs at least one to come online.</source>
        <translation>Noch kein Knoten: Ein Cluster braucht mindestens einen, um online zu gehen.</translation>
    </message>
    <message>
        <source>None of its nodes is connected: what is in use cannot be seen.</source>
        <translation>Keiner seiner Knoten ist verbunden: Was benutzt wird, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Not loaded on any connected node: everything may be changed.</source>
        <translation>Auf keinem verbundenen Knoten geladen: Alles darf geändert werden.</translation>
    </message>
    <message>
        <source>Loaded on %1. What is in use is locked: names, numbers, addresses and ports of these nodes.</source>
        <translation>Geladen auf %1. Was benutzt wird, ist gesperrt: Namen, Nummern, Adressen und Ports dieser Knoten.</translation>
    </message>
    <message>
        <source>All nodes write their heartbeat to these volumes. Take three or more: with fewer, one slow disk resets every node.</source>
        <translation>Alle Knoten schreiben ihren Heartbeat auf diese Volumes. Nehmen Sie drei oder mehr: Bei weniger setzt eine langsame Platte jeden Knoten zurück.</translation>
    </message>
    <message>
        <source>In local mode they do not count: each volume carries its own heartbeat.</source>
        <translation>Im lokalen Modus zählen sie nicht: Jedes Volume trägt seinen eigenen Heartbeat.</translation>
    </message>
    <message>
        <source>%1 (number %2, %3) does not say of which cluster it is.</source>
        <translation>%1 (Nummer %2, %3) sagt nicht, zu welchem Cluster er gehört.</translation>
    </message>
    <message>
        <source>%1 (number %2, %3) is of the cluster %4, which the list does not have.</source>
        <translation>%1 (Nummer %2, %3) gehört zum Cluster %4, den die Liste nicht hat.</translation>
    </message>
    <message>
        <source>The tools ignore it, and drop it when they next write the list.</source>
        <translation>Die Werkzeuge übergehen ihn und lassen ihn fallen, wenn sie die Liste das nächste Mal schreiben.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Names, addresses, timeouts and what is loaded fit together.</source>
        <translation>Namen, Adressen, Zeitgrenzen und was geladen ist, passen zusammen.</translation>
    </message>
    <message>
        <source>No node of this list has answered: there is nothing to compare it with.</source>
        <translation>Kein Knoten dieser Liste hat geantwortet: Es gibt nichts, womit sie zu vergleichen wäre.</translation>
    </message>
    <message>
        <source>No cluster yet</source>
        <translation>Noch kein Cluster</translation>
    </message>
    <message>
        <source>Another cluster</source>
        <translation>Ein weiterer Cluster</translation>
    </message>
    <message>
        <source>The list must be the same on all nodes of its cluster. Name the cluster first; its nodes are added next.</source>
        <translation>Die Liste muss auf allen Knoten ihres Clusters dieselbe sein. Benennen Sie zuerst den Cluster; dann kommen die Knoten.</translation>
    </message>
    <message>
        <source>A node is in one cluster at a time: of those in the list, only one can be online on it.</source>
        <translation>Ein Knoten ist immer nur in einem Cluster: Von denen der Liste kann auf ihm nur einer online sein.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::PickDialog</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Into cluster</source>
        <translation>In Cluster</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a button and how many it takes</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProblemDelegate</name>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Dorthin</translation>
    </message>
    <message>
        <source>&amp;Fix: %1</source>
        <translation>&amp;Beheben: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProblemModel</name>
    <message>
        <source>%1 in line %2: %3 Way out: %4.</source>
        <translation>%1 in Zeile %2: %3 Ausweg: %4.</translation>
    </message>
    <message>
        <source>%1 in line %2: %3</source>
        <translation>%1 in Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1
Fix: %2</source>
        <translation>%1
Beheben: %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProfileDesk</name>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1 via %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>there already, the same</source>
        <translation>bereits vorhanden, gleich</translation>
    </message>
    <message>
        <source>would change: %1</source>
        <translation>würde sich ändern: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reached as</source>
        <translation>Erreicht als</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Import from ~/.ssh/config</source>
        <translation>Aus ~/.ssh/config importieren</translation>
    </message>
    <message>
        <source>Each host of the file that has a name without wildcards can become a node. Import again whenever the file has new ones: nothing comes twice, and what is not ticked stays as it is.</source>
        <translation>Jeder Host der Datei, der einen Namen ohne Platzhalter hat, kann zu einem Knoten werden. Importieren Sie erneut, wann immer die Datei neue enthält: Nichts kommt doppelt, und was nicht angekreuzt ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The file names no host that could be a node.</source>
        <translation>Die Datei nennt keinen Host, der ein Knoten sein könnte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Profile importieren</translation>
    </message>
    <message>
        <source>Exported profiles (*.json);;All files (*)</source>
        <translation>Exportierte Profile (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>From %1. What is not ticked stays as it is.</source>
        <translation>Aus %1. Was nicht angekreuzt ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The file has no profiles.</source>
        <translation>Die Datei enthält keine Profile.</translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>Profile exportieren</translation>
    </message>
    <message>
        <source>Exported profiles (*.json)</source>
        <translation>Exportierte Profile (*.json)</translation>
    </message>
    <message>
        <source>All profiles are in %1, without any secret.</source>
        <translation>Alle Profile sind in %1, ohne jedes Geheimnis.</translation>
    </message>
    <message>
        <source>Exported to %1, without any secret: %2</source>
        <translation>Nach %1 exportiert, ohne jedes Geheimnis: %2</translation>
    </message>
    <message>
        <source>Other nodes of %1</source>
        <translation>Andere Knoten von %1</translation>
    </message>
    <message>
        <source>What the files of %1 say. A node that is added is reached as %1 is, but at its own address.</source>
        <translation>Was die Dateien von %1 angeben. Ein Knoten, der hinzugefügt wird, wird so erreicht wie %1, aber unter seiner eigenen Adresse.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>%1 has no file that names other nodes: no cluster.conf, no list of OCFS2, no corosync.conf.</source>
        <translation>%1 hat keine Datei, die andere Knoten nennt: keine cluster.conf, keine Liste von OCFS2, keine corosync.conf.</translation>
    </message>
    <message>
        <source>Reading the files of %1…</source>
        <translation>Die Dateien von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>the node that was asked</source>
        <translation>der gefragte Knoten</translation>
    </message>
    <message>
        <source>there already: %1</source>
        <translation>bereits vorhanden: %1</translation>
    </message>
    <message>
        <source>%1 cannot be deleted alone. Reached through it: %2. Give those another way first, or delete them with it.</source>
        <translation>%1 allein zu löschen ist nicht möglich. Darüber erreicht: %2. Geben Sie diesen zuerst einen anderen Weg, oder löschen Sie sie mit.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete %1 from Colonnade?</source>
        <translation>%1 aus Colonnade löschen?</translation>
    </message>
    <message>
        <source>Only what this workstation knows of them goes, and what the keychain keeps for them. Nothing is changed on the nodes, and their guests go on running.</source>
        <translation>Es geht nur verloren, was dieser Rechner darüber weiß und was der Schlüsselbund dafür aufbewahrt. Auf den Knoten wird nichts geändert, und ihre Gäste laufen weiter.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>Move to a cluster</source>
        <translation>In einen Cluster verschieben</translation>
    </message>
    <message>
        <source>A new cluster</source>
        <translation>Ein neuer Cluster</translation>
    </message>
    <message>
        <source>Moved to %1: %2</source>
        <translation>Nach %1 verschoben: %2</translation>
    </message>
    <message>
        <source>The &amp;cluster for %1; a name that is not there yet makes a new one:</source>
        <translation>Der &amp;Cluster für %1; ein Name, den es noch nicht gibt, legt einen neuen an:</translation>
    </message>
    <message>
        <source>%1 has been taken out of its cluster.</source>
        <translation>%1 ist aus seinem Cluster genommen.</translation>
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
        <source>The user above may do all that Colonnade does: it is root.</source>
        <translation>Der Benutzer oben darf alles, was Colonnade tut: Er ist root.</translation>
    </message>
    <message>
        <source>Commands run through sudo, which must not ask: NOPASSWD in sudoers for this user.</source>
        <translation>Befehle laufen über sudo, das nicht fragen darf: NOPASSWD in sudoers für diesen Benutzer.</translation>
    </message>
    <message>
        <source>Commands run through sudo. Its password is asked for when it is needed, and goes to the node over the encrypted connection only.</source>
        <translation>Befehle laufen über sudo. Dessen Passwort wird abgefragt, wenn es benötigt wird, und geht nur über die verschlüsselte Verbindung an den Knoten.</translation>
    </message>
    <message numerus="yes">
        <source>Profiles of %n nodes</source>
        <translation>
            <numerusform>Profil von %n Knoten</numerusform>
            <numerusform>Profile von %n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>What you change here is changed for %1. The rest stays as it is in each of them.</source>
        <translation>Was Sie hier ändern, wird für %1 geändert. Der Rest bleibt in jedem davon, wie er ist.</translation>
    </message>
    <message>
        <source>Empty: as ~/.ssh/config says for this host, and %1 where it says nothing</source>
        <translation>Leer: wie in ~/.ssh/config für diesen Host, und %1, wo dort nichts steht</translation>
    </message>
    <message>
        <source>Otherwise all of them, as ~/.ssh/config says</source>
        <translation>Sonst alle, wie in ~/.ssh/config</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Directly, or as ~/.ssh/config says</source>
        <translation>Direkt oder wie in ~/.ssh/config</translation>
    </message>
    <message>
        <source>Through another node of Colonnade</source>
        <translation>Über einen anderen Knoten von Colonnade</translation>
    </message>
    <message>
        <source>Through a host</source>
        <translation>Über einen Host</translation>
    </message>
    <message>
        <source>Choose the known hosts file</source>
        <translation>known_hosts-Datei auswählen</translation>
    </message>
    <message>
        <source>Not needed: the user is root</source>
        <translation>Nicht nötig: Der Benutzer ist root</translation>
    </message>
    <message>
        <source>sudo, without a password</source>
        <translation>sudo, ohne Passwort</translation>
    </message>
    <message>
        <source>sudo, with a password</source>
        <translation>sudo, mit Passwort</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2, or nothing.</source>
        <translation>Geben Sie eine Zahl von %1 bis %2 an oder nichts.</translation>
    </message>
    <message>
        <source>Port: %1</source>
        <translation>Port: %1</translation>
    </message>
    <message>
        <source>Without any way to log in, nobody gets in: tick one at least.</source>
        <translation>Ohne ein Anmeldeverfahren kommt niemand hinein: Kreuzen Sie mindestens eines an.</translation>
    </message>
    <message>
        <source>The host is missing.</source>
        <translation>Der Host fehlt.</translation>
    </message>
    <message>
        <source>Cannot be saved yet: %1</source>
        <translation>Lässt sich noch nicht speichern: %1</translation>
    </message>
    <message>
        <source>There is a node called %1 in cluster %2 already.</source>
        <translation>Im Cluster %2 gibt es bereits einen Knoten namens %1.</translation>
    </message>
    <message>
        <source>There is no other node to go through. Add it first.</source>
        <translation>Es gibt keinen anderen Knoten, über den der Weg führen könnte. Fügen Sie ihn zuerst hinzu.</translation>
    </message>
    <message>
        <source>The jump host is missing.</source>
        <translation>Der Sprung-Host fehlt.</translation>
    </message>
    <message>
        <source>%1 would be reached through itself.</source>
        <translation>%1 würde über sich selbst erreicht.</translation>
    </message>
    <message>
        <source>%1 (~/.ssh/config)</source>
        <translation>%1 (~/.ssh/config)</translation>
    </message>
    <message>
        <source>Key f&amp;iles, the first one first; none: the agent's keys and those in ~/.ssh</source>
        <translation>Schlüsseldateien, die erste z&amp;uerst; keine: die Schlüssel des Agenten und die in ~/.ssh</translation>
    </message>
    <message>
        <source>Key f&amp;iles: %1</source>
        <translation>Sch&amp;lüsseldateien: %1</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Schlüsseldateien</translation>
    </message>
    <message>
        <source>Kept in the keychain: %1</source>
        <translation>Im Schlüsselbund hinterlegt: %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProfileFields</name>
    <message>
        <source>(several values)</source>
        <translation>(mehrere Werte)</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::QuorumWords</name>
    <message>
        <source>no node may fail</source>
        <translation>kein Knoten darf ausfallen</translation>
    </message>
    <message>
        <source>one node may fail</source>
        <translation>ein Knoten darf ausfallen</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes may fail</source>
        <translation>
            <numerusform>%n Knoten darf ausfallen</numerusform>
            <numerusform>%n Knoten dürfen ausfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>two_node is on, and needs exactly two nodes with one vote each: cman does not start like this.</source>
        <translation>two_node ist an und verlangt genau zwei Knoten mit je einer Stimme: So startet cman nicht.</translation>
    </message>
    <message>
        <source>Two nodes, and one vote is enough: either may fail. When they lose sight of each other, the one that fences the other goes on, so fencing has to work.</source>
        <translation>Zwei Knoten, und eine Stimme genügt: Jeder darf ausfallen. Verlieren sie sich aus den Augen, macht der weiter, der den anderen fencet; also muss Fencing funktionieren.</translation>
    </message>
    <message>
        <source>There are no nodes yet.</source>
        <translation>Es gibt noch keine Knoten.</translation>
    </message>
    <message>
        <source>%1 of %2 votes are needed: %3.</source>
        <translation>%1 von %2 Stimmen sind nötig: %3.</translation>
    </message>
    <message>
        <source>%1 of the votes are the quorum disk's.</source>
        <translation>%1 der Stimmen hat die Quorum-Disk.</translation>
    </message>
    <message>
        <source>expected_votes is %1, the votes add up to %2.</source>
        <translation>expected_votes ist %1, die Summe der Stimmen ist %2.</translation>
    </message>
    <message>
        <source>In a split into two halves neither goes on.</source>
        <translation>Bei einer Spaltung in zwei Hälften macht keine weiter.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RemoveHostKeysDialog</name>
    <message numerus="yes">
        <source>Remove %n host key(s)?</source>
        <translation>
            <numerusform>%n Host-Schlüssel entfernen?</numerusform>
            <numerusform>%n Host-Schlüssel entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove what is on file of the keys of %1? The next connection asks about the key that it shows then, as about a new one.</source>
        <translation>Entfernen, was von den Schlüsseln von %1 hinterlegt ist? Die nächste Verbindung fragt nach dem Schlüssel, der dann gezeigt wird, wie nach einem neuen.</translation>
    </message>
    <message>
        <source>A line that names several hosts goes for all of them.</source>
        <translation>Eine Zeile, die mehrere Hosts nennt, entfällt für alle.</translation>
    </message>
    <message>
        <source>The file as it is now is kept as: %1</source>
        <translation>Die Datei in ihrem jetzigen Zustand wird aufbewahrt als: %1</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n line(s) from %1. The file as it was is %2.</source>
        <translation>
            <numerusform>%n Zeile aus %1 entfernt. Die Datei, wie sie war, ist %2.</numerusform>
            <numerusform>%n Zeilen aus %1 entfernt. Die Datei, wie sie war, ist %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The keys are removed.</source>
        <translation>Die Schlüssel sind entfernt.</translation>
    </message>
    <message>
        <source>It was not done.</source>
        <translation>Es wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>These &amp;lines were removed:</source>
        <translation>Diese &amp;Zeilen wurden entfernt:</translation>
    </message>
    <message>
        <source>These &amp;lines should be removed:</source>
        <translation>Diese &amp;Zeilen sollten entfernt werden:</translation>
    </message>
    <message>
        <source>Connect &amp;again</source>
        <translation>Erneut &amp;verbinden</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOut</name>
    <message>
        <source>This build cannot roll files out.</source>
        <translation>Dieses Programm kann keine Dateien verteilen.</translation>
    </message>
    <message>
        <source>It is being rolled out.</source>
        <translation>Sie wird gerade verteilt.</translation>
    </message>
    <message>
        <source>The text cannot be read as it is: see the message above it.</source>
        <translation>Der Text ist so nicht lesbar: siehe die Meldung darüber.</translation>
    </message>
    <message>
        <source>No node can be reached.</source>
        <translation>Kein Knoten ist erreichbar.</translation>
    </message>
    <message>
        <source>&amp;Roll out version %1…</source>
        <translation>Version %1 ver&amp;teilen…</translation>
    </message>
    <message>
        <source>&amp;Roll out…</source>
        <translation>Ver&amp;teilen…</translation>
    </message>
    <message>
        <source>Nothing was rolled out: the text was changed meanwhile.</source>
        <translation>Nichts wurde verteilt: Der Text wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Roll out again to see what is rolled out.</source>
        <translation>Verteilen Sie erneut, um zu sehen, was verteilt wird.</translation>
    </message>
    <message>
        <source>Raise the version to %1</source>
        <translation>Version auf %1 erhöhen</translation>
    </message>
    <message>
        <source>Nothing was rolled out: the cluster is not connected any more.</source>
        <translation>Nichts wurde verteilt: Der Cluster ist nicht mehr verbunden.</translation>
    </message>
    <message>
        <source>%1 was not read yet.</source>
        <translation>%1 wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Roll out when it was: it takes a moment.</source>
        <translation>Verteilen Sie danach: es dauert einen Moment.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOutDialog</name>
    <message>
        <source>Roll out %1</source>
        <translation>%1 verteilen</translation>
    </message>
    <message numerus="yes">
        <source>Roll out version %1 of %2 to %n node(s)?</source>
        <translation>
            <numerusform>Version %1 von %2 auf %n Knoten verteilen?</numerusform>
            <numerusform>Version %1 von %2 auf %n Knoten verteilen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll out %1 to %n node(s)?</source>
        <translation>
            <numerusform>%1 auf %n Knoten verteilen?</numerusform>
            <numerusform>%1 auf %n Knoten verteilen?</numerusform>
        </translation>
    </message>
    <message>
        <source>To %1: all of them get it, or none does.</source>
        <translation>Auf %1: alle bekommen sie, oder keiner.</translation>
    </message>
    <message>
        <source>The version is raised to %1, as the daemons take no other file.</source>
        <translation>Die Version wird auf %1 erhöht, da die Dienste keine andere Datei annehmen.</translation>
    </message>
    <message>
        <source>%1: another file than the one that was opened is replaced. It is kept beside the new one.</source>
        <translation>%1: Eine andere Datei als die geöffnete wird ersetzt. Sie bleibt neben der neuen liegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) were found in it; see the problems beside the text.</source>
        <translation>
            <numerusform>%n Fehler wurde darin gefunden; siehe die Probleme neben dem Text.</numerusform>
            <numerusform>%n Fehler wurden darin gefunden; siehe die Probleme neben dem Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What &amp;changes: %1</source>
        <translation>Was sich &amp;ändert: %1</translation>
    </message>
    <message>
        <source>What &amp;runs, and where:</source>
        <translation>Was wo &amp;läuft:</translation>
    </message>
    <message>
        <source>&amp;Why (for the history):</source>
        <translation>&amp;Warum (für die Geschichte):</translation>
    </message>
    <message>
        <source>New node, ticket 4711, …</source>
        <translation>Neuer Knoten, Ticket 4711, …</translation>
    </message>
    <message>
        <source>Copy as &amp;shell script</source>
        <translation>Als &amp;Shell-Skript kopieren</translation>
    </message>
    <message>
        <source>Roll &amp;out</source>
        <translation>Ver&amp;teilen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOutHistory</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht zu Ende</translation>
    </message>
    <message>
        <source>rolled out</source>
        <translation>verteilt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>there, but not in force</source>
        <translation>da, aber nicht in Kraft</translation>
    </message>
    <message>
        <source>nodes differ</source>
        <translation>Knoten verschieden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOutPanel</name>
    <message>
        <source>checking</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>writing beside the old file</source>
        <translation>schreibt neben die alte Datei</translation>
    </message>
    <message>
        <source>validating</source>
        <translation>lässt prüfen</translation>
    </message>
    <message>
        <source>swapping</source>
        <translation>tauscht</translation>
    </message>
    <message>
        <source>activating</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>sieht nach</translation>
    </message>
    <message>
        <source>taking it back</source>
        <translation>nimmt zurück</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>How far the roll-out is</source>
        <translation>Wie weit die Verteilung ist</translation>
    </message>
    <message>
        <source>Stop the roll-out</source>
        <translation>Die Verteilung anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Rolling out to %n node(s)…</source>
        <translation>
            <numerusform>Wird auf %n Knoten verteilt…</numerusform>
            <numerusform>Wird auf %n Knoten verteilt…</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Before the first swap nothing stays; later, nodes differ until you finish the roll-out or take it back</source>
        <translation>Vor dem ersten Tausch bleibt nichts zurück; danach unterscheiden sich die Knoten, bis Sie die Verteilung zu Ende bringen oder zurücknehmen</translation>
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
    <message>
        <source>Password for sudo</source>
        <translation>Passwort für sudo</translation>
    </message>
    <message>
        <source>sudo on %1 asks for the password of %2 (at %3), to become root.</source>
        <translation>sudo auf %1 fragt nach dem Passwort von %2 (unter %3), um root zu werden.</translation>
    </message>
    <message>
        <source>What the keychain has was not accepted.</source>
        <translation>Was im Schlüsselbund hinterlegt ist, wurde nicht akzeptiert.</translation>
    </message>
    <message>
        <source>&amp;Remember this one instead</source>
        <translation>Stattdessen diese Eingabe &amp;merken</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Severity</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ShownText</name>
    <message>
        <source>The file holds NUL bytes, which are shown as ␀: it is no text.</source>
        <translation>Die Datei enthält NUL-Bytes, gezeigt als ␀: Sie ist kein Text.</translation>
    </message>
    <message>
        <source>Line %1 holds a carriage return (␍) that ends no line.</source>
        <translation>Zeile %1 enthält einen Wagenrücklauf (␍), der keine Zeile beendet.</translation>
    </message>
    <message>
        <source>The file holds characters that end paragraphs or stand for objects (shown as ¶).</source>
        <translation>Die Datei enthält Zeichen, die Absätze beenden oder für Objekte stehen (gezeigt als ¶).</translation>
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
    <name>colonnade::gui::StoreTroubleDialog</name>
    <message>
        <source>What can be done</source>
        <translation>Was getan werden kann</translation>
    </message>
    <message>
        <source>The file that cannot be read is kept beside it under another name.</source>
        <translation>Die Datei, die nicht lesbar ist, bleibt unter einem anderen Namen daneben erhalten.</translation>
    </message>
    <message>
        <source>Go back to the state of %1: %2</source>
        <translation>Zum Stand vom %1 zurückkehren: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n Profil</numerusform>
            <numerusform>%n Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 becomes the profiles' file. %2</source>
        <translation>%1 wird zur Datei der Profile. %2</translation>
    </message>
    <message>
        <source>The state of %1: it cannot be read either</source>
        <translation>Der Stand vom %1: Auch er ist nicht lesbar</translation>
    </message>
    <message>
        <source>Set it aside, and begin without any profile</source>
        <translation>Die Datei beiseitelegen und ohne jedes Profil beginnen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::TextView</name>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>“%1” was not taken: %2 has no such characters, or an editor cannot show them.</source>
        <translation>„%1“ wurde nicht übernommen: %2 hat solche Zeichen nicht, oder ein Editor kann sie nicht zeigen.</translation>
    </message>
    <message>
        <source>Can only be read here: %1</source>
        <translation>Hier nur lesbar: %1</translation>
    </message>
    <message>
        <source>This is not valid in %1: each byte is shown as a character of ISO-8859-1.</source>
        <translation>Dies ist in %1 nicht gültig: Jedes Byte wird als Zeichen von ISO-8859-1 gezeigt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ViewSwitcher</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::VirtualMachinesView</name>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter virtual machines</source>
        <translation>Virtuelle Maschinen filtern</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>Running, and not in the file:</source>
        <translation>Laufen und sind nicht in der Datei:</translation>
    </message>
    <message>
        <source>Guests that run and are in no virtual machine of the file</source>
        <translation>Gäste, die laufen und in keiner virtuellen Maschine der Datei sind</translation>
    </message>
    <message>
        <source>No virtual machine yet</source>
        <translation>Noch keine virtuelle Maschine</translation>
    </message>
    <message>
        <source>Add one, and rgmanager keeps it running.</source>
        <translation>Fügen Sie eine hinzu, und rgmanager hält sie am Laufen.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more that this cluster's version does not know</source>
        <translation>
            <numerusform>%n weiteres zeigen, das die Version dieses Clusters nicht kennt</numerusform>
            <numerusform>%n weitere zeigen, die die Version dieses Clusters nicht kennt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 There is no /etc/xen/%2 on %3: it could not be started there.</source>
        <translation>%1 Auf %3 gibt es kein /etc/xen/%2: Dort ließe sie sich nicht starten.</translation>
    </message>
    <message>
        <source>It runs on %1. What is marked “not while it runs” takes effect when rgmanager starts it next.</source>
        <translation>Sie läuft auf %1. Was mit „nicht im Lauf“ markiert ist, wirkt, wenn rgmanager sie das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Leave %1 of %2 to its default</source>
        <translation>%1 von %2 der Vorgabe überlassen</translation>
    </message>
    <message>
        <source>Add virtual machine %1</source>
        <translation>Virtuelle Maschine %1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename virtual machine</source>
        <translation>Virtuelle Maschine umbenennen</translation>
    </message>
    <message>
        <source>New name of %1, which is also the guest's and its file's:</source>
        <translation>Neuer Name von %1, der auch der des Gastes und seiner Datei ist:</translation>
    </message>
    <message>
        <source>It runs now. rgmanager lets go of it under the old name, and the guest goes on unmanaged.</source>
        <translation>Sie läuft jetzt. rgmanager lässt sie unter dem alten Namen los, und der Gast läuft unverwaltet weiter.</translation>
    </message>
    <message>
        <source>Rename virtual machine %1 to %2</source>
        <translation>Virtuelle Maschine %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>These depend on it, and lose that: %1.</source>
        <translation>Diese hängen von ihr ab und verlieren das: %1.</translation>
    </message>
    <message>
        <source>The guest runs now. It goes on running, unmanaged.</source>
        <translation>Der Gast läuft jetzt. Er läuft unverwaltet weiter.</translation>
    </message>
    <message>
        <source>Undo brings all of it back.</source>
        <translation>Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>Remove virtual machine</source>
        <translation>Virtuelle Maschine entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the file?</source>
        <translation>%1 aus der Datei entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove virtual machine %1</source>
        <translation>Virtuelle Maschine %1 entfernen</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::VmFields</name>
    <message>
        <source>RHEL 5.0</source>
        <translation>RHEL 5.0</translation>
    </message>
    <message>
        <source>RHEL 5.2 and Lenny</source>
        <translation>RHEL 5.2 und Lenny</translation>
    </message>
    <message>
        <source>RHEL 5.4, 6.0 and squeeze</source>
        <translation>RHEL 5.4, 6.0 und Squeeze</translation>
    </message>
    <message>
        <source>RHEL 6.6</source>
        <translation>RHEL 6.6</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Alle Versionen</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>A change takes effect while the guest runs.</source>
        <translation>Eine Änderung wirkt, während der Gast läuft.</translation>
    </message>
    <message>
        <source>A change while the guest runs: rgmanager drops the old entry and takes up a new one without touching the guest. With autostart it finds the guest running; without, it shows it as disabled while it still runs.</source>
        <translation>Eine Änderung, während der Gast läuft: rgmanager lässt den alten Eintrag fallen und nimmt einen neuen auf, ohne den Gast anzurühren. Mit autostart findet er den Gast laufend; ohne zeigt er ihn als abgeschaltet, obwohl er noch läuft.</translation>
    </message>
    <message>
        <source>s, or with s m h d w y</source>
        <translation>s, oder mit s m h d w y</translation>
    </message>
    <message>
        <source>any node</source>
        <translation>jeder Knoten</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>This cluster's version does not know it.</source>
        <translation>Die Version dieses Clusters kennt es nicht.</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Wirkt sofort.</translation>
    </message>
    <message>
        <source>Not while it runs.</source>
        <translation>Nicht im Lauf.</translation>
    </message>
    <message>
        <source>No version of vm.sh has it; 2008's hands it to xm create.</source>
        <translation>Keine Version von vm.sh hat es; die von 2008 reicht es an xm create weiter.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::VmModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>It is inside the service %1, so rgmanager cannot migrate it.</source>
        <translation>Sie steckt im Dienst %1, also kann rgmanager sie nicht migrieren.</translation>
    </message>
    <message>
        <source>There is no failover domain %1, so it may run on any node.</source>
        <translation>Es gibt keine Failover-Domain %1, also darf sie auf jedem Knoten laufen.</translation>
    </message>
    <message>
        <source>It holds resources of its own, so rgmanager cannot migrate it.</source>
        <translation>Sie hat eigene Ressourcen, also kann rgmanager sie nicht migrieren.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Failover domain</source>
        <translation>Failover-Domain</translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation>Startet von selbst</translation>
    </message>
    <message>
        <source>Migrates</source>
        <translation>Migriert</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Nach einem Ausfall</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::WhereWouldItRun</name>
    <message>
        <source>1st</source>
        <translation>Nr. 1</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>Nr. 2</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>Nr. 3</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>never: restricted</source>
        <translation>nie: beschränkt</translation>
    </message>
    <message>
        <source>%1 · not in the cluster</source>
        <translation>%1 · nicht im Cluster</translation>
    </message>
    <message>
        <source>here, %1</source>
        <translation>hier, %1</translation>
    </message>
    <message>
        <source>%1 · exclusive</source>
        <translation>%1 · exklusiv</translation>
    </message>
    <message>
        <source>%1 · %2 short</source>
        <translation>%1 · %2 zu wenig</translation>
    </message>
    <message>
        <source>one of these, %1</source>
        <translation>einer von diesen, %1</translation>
    </message>
    <message>
        <source>starts here, %1</source>
        <translation>startet hier, %1</translation>
    </message>
    <message>
        <source>Where would it run?</source>
        <translation>Wo würde sie laufen?</translation>
    </message>
    <message>
        <source>&amp;Where would it run?</source>
        <translation>&amp;Wo würde sie laufen?</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Nodes in the order in which they are tried; ticked: dead</source>
        <translation>Knoten in der Reihenfolge, in der sie versucht werden; angehakt: tot</translation>
    </message>
    <message>
        <source>Tick a node to see the cluster without it.</source>
        <translation>Haken Sie einen Knoten an, um den Cluster ohne ihn zu sehen.</translation>
    </message>
    <message>
        <source>There is no virtual machine in the file yet.</source>
        <translation>In der Datei ist noch keine virtuelle Maschine.</translation>
    </message>
    <message>
        <source>%1 No quorum: rgmanager starts nothing anywhere.</source>
        <translation>%1 Kein Quorum: rgmanager startet nirgends etwas.</translation>
    </message>
    <message>
        <source>%1 Started elsewhere: %2.</source>
        <translation>%1 Anderswo gestartet: %2.</translation>
    </message>
    <message>
        <source>%1 Nowhere to run: %2.</source>
        <translation>%1 Nirgends Platz: %2.</translation>
    </message>
    <message>
        <source>%1 No other virtual machine is concerned.</source>
        <translation>%1 Keine andere virtuelle Maschine ist betroffen.</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>einem von %1</translation>
    </message>
    <message>
        <source>%1 stays on %2.</source>
        <translation>%1 bleibt auf %2.</translation>
    </message>
    <message>
        <source>%1 would start on %2.</source>
        <translation>%1 würde auf %2 starten.</translation>
    </message>
    <message>
        <source>%1 waits: no node that may run it is left.</source>
        <translation>%1 wartet: Kein Knoten ist übrig, der den Gast ausführen darf.</translation>
    </message>
    <message>
        <source>%1 waits: no node that may run it has the memory.</source>
        <translation>%1 wartet: Kein Knoten, der den Gast ausführen darf, hat den Speicher dafür.</translation>
    </message>
    <message>
        <source>Nothing happens: the nodes that are left have no quorum.</source>
        <translation>Nichts geschieht: Die übrigen Knoten haben kein Quorum.</translation>
    </message>
    <message>
        <source>%1 is started again on %2.</source>
        <translation>%1 wird auf %2 neu gestartet.</translation>
    </message>
    <message>
        <source>It stays there when %1 returns.</source>
        <translation>Der Gast bleibt dort, wenn %1 zurückkehrt.</translation>
    </message>
    <message>
        <source>When %1 returns, it is moved there.</source>
        <translation>Wenn %1 zurückkehrt, wird der Gast dorthin verschoben.</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::WindowInteraction</name>
    <message>
        <source>Passwords and passphrases are asked for once until Colonnade ends, and stored nowhere.</source>
        <translation>Passwörter und Passphrasen werden einmal abgefragt, bis Colonnade endet, und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>The %1 for %2 was right, but is not in the keychain: %3</source>
        <translation>%1 für %2 war richtig, ist aber nicht im Schlüsselbund: %3</translation>
    </message>
</context>
<context>
    <name>colonnade::gui::XmlTreeModel</name>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
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
        <source>The plan "%1" cannot be written down.</source>
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
        <translation>Speicher %1 %</translation>
    </message>
    <message>
        <source>memory %1 of %2 MiB</source>
        <translation>Speicher %L1 von %L2 MiB</translation>
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
        <translation>%1 endete mit Status %2.</translation>
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
        <source>Clear the migration's job folder away</source>
        <translation>Auftragsordner der Migration wegräumen</translation>
    </message>
    <message>
        <source>The node's answer about the migration is not of the expected form: %1</source>
        <translation>Die Antwort des Knotens über die Migration hat nicht die erwartete Form: %1</translation>
    </message>
    <message>
        <source>The node's answer about the migration ends in its middle.</source>
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
    <message>
        <source>No node is to get the file.</source>
        <translation>Kein Knoten soll die Datei bekommen.</translation>
    </message>
    <message>
        <source>The cluster %1 has no node %2, or it is named twice.</source>
        <translation>Der Cluster %1 hat keinen Knoten %2, oder er ist zweimal genannt.</translation>
    </message>
    <message>
        <source>%1 is read-only: its profile says that nothing may be changed there.</source>
        <translation>%1 ist nur lesbar: Sein Profil sagt, dass dort nichts geändert werden darf.</translation>
    </message>
    <message>
        <source>Change the profile, or leave the node out.</source>
        <translation>Ändern Sie das Profil, oder lassen Sie den Knoten aus.</translation>
    </message>
    <message>
        <source>%1 has config_version %2 already, and this file has %3: the nodes would not take it.</source>
        <translation>%1 hat schon config_version %2, und diese Datei hat %3: Die Knoten würden sie nicht annehmen.</translation>
    </message>
    <message>
        <source>Raise config_version to %1.</source>
        <translation>Erhöhen Sie config_version auf %1.</translation>
    </message>
    <message>
        <source>Put the new %1 beside the old one, and check it</source>
        <translation>Die neue %1 neben die alte legen und prüfen</translation>
    </message>
    <message>
        <source>There is no such file on %1</source>
        <translation>Es gibt keine solche Datei auf %1</translation>
    </message>
    <message>
        <source>%1 holds the bytes that were looked at</source>
        <translation>%1 hat die Bytes, die angesehen wurden</translation>
    </message>
    <message>
        <source>SHA-256 of what arrived</source>
        <translation>SHA-256 dessen, was ankam</translation>
    </message>
    <message>
        <source>Exchange %1</source>
        <translation>%1 tauschen</translation>
    </message>
    <message>
        <source>All nodes have taken and checked the new file</source>
        <translation>Alle Knoten haben die neue Datei bekommen und geprüft</translation>
    </message>
    <message>
        <source>Nobody has changed %1 there meanwhile</source>
        <translation>Niemand hat %1 dort inzwischen geändert</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>Let the cluster take version %1, where cman runs</source>
        <translation>Den Cluster Version %1 übernehmen lassen, wo cman läuft</translation>
    </message>
    <message>
        <source>All nodes hold the new file</source>
        <translation>Alle Knoten haben die neue Datei</translation>
    </message>
    <message>
        <source>`cman_tool version` says config %1 on every node</source>
        <translation>`cman_tool version` nennt auf jedem Knoten config %1</translation>
    </message>
    <message>
        <source>%1 is no file that is rolled out.</source>
        <translation>%1 ist keine Datei, die verteilt wird.</translation>
    </message>
    <message>
        <source>The file is larger than 4 MiB.</source>
        <translation>Die Datei ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>Roll out %1, version %2</source>
        <translation>%1, Version %2 verteilen</translation>
    </message>
    <message>
        <source>Roll out %1</source>
        <translation>%1 verteilen</translation>
    </message>
    <message>
        <source>What is to be restored is no cluster.conf: %1</source>
        <translation>Was wiederhergestellt werden soll, ist keine cluster.conf: %1</translation>
    </message>
    <message>
        <source>Looking at what the nodes have</source>
        <translation>Nachsehen, was die Knoten haben</translation>
    </message>
    <message>
        <source>Putting the new file beside the old one</source>
        <translation>Die neue Datei neben die alte legen</translation>
    </message>
    <message>
        <source>Letting the nodes check it</source>
        <translation>Die Knoten sie prüfen lassen</translation>
    </message>
    <message>
        <source>Exchanging the file</source>
        <translation>Die Datei tauschen</translation>
    </message>
    <message>
        <source>Letting the cluster take it</source>
        <translation>Den Cluster sie übernehmen lassen</translation>
    </message>
    <message>
        <source>Looking whether it arrived</source>
        <translation>Nachsehen, ob sie angekommen ist</translation>
    </message>
    <message>
        <source>Putting the old file back</source>
        <translation>Die alte Datei zurücklegen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>That is no plan of a roll-out.</source>
        <translation>Das ist kein Plan einer Verteilung.</translation>
    </message>
    <message>
        <source>%1 is no roll-out.</source>
        <translation>%1 ist keine Verteilung.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Mend it first. Nothing was sent.</source>
        <translation>Beheben Sie das zuerst. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The cluster may run version %1 already; a lower one would not be taken.</source>
        <translation>Der Cluster führt vielleicht schon Version %1 aus; eine niedrigere würde er nicht annehmen.</translation>
    </message>
    <message>
        <source>Finish this roll-out. Then roll out the old content as version %1.</source>
        <translation>Bringen Sie diese Verteilung zu Ende. Verteilen Sie dann den alten Inhalt als Version %1.</translation>
    </message>
    <message>
        <source>It was taken back.</source>
        <translation>Sie wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The program ended before it changed anything.</source>
        <translation>Das Programm endete, bevor es etwas änderte.</translation>
    </message>
    <message>
        <source>Roll the file out again.</source>
        <translation>Verteilen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>The cluster has no node %1 any more.</source>
        <translation>Der Cluster hat keinen Knoten %1 mehr.</translation>
    </message>
    <message>
        <source>%1 is being rolled out already, since %2.</source>
        <translation>%1 wird schon verteilt, seit %2.</translation>
    </message>
    <message>
        <source>Wait for that to end.</source>
        <translation>Warten Sie, bis das beendet ist.</translation>
    </message>
    <message>
        <source>A roll-out of %1, begun %2, has not come to its end.</source>
        <translation>Eine Verteilung von %1, begonnen %2, ist nicht zum Ende gekommen.</translation>
    </message>
    <message>
        <source>Finish it or take it back first: colonnadectl jobs resume %1</source>
        <translation>Bringen Sie sie erst zu Ende, oder nehmen Sie sie zurück: colonnadectl jobs resume %1</translation>
    </message>
    <message>
        <source>%1 has config_version %2 already; this file has %3.</source>
        <translation>%1 hat schon config_version %2; diese Datei hat %3.</translation>
    </message>
    <message>
        <source>Check the new %1</source>
        <translation>Die neue %1 prüfen</translation>
    </message>
    <message>
        <source>%1 on %2 does not accept the file: %3</source>
        <translation>%1 auf %2 nimmt die Datei nicht an: %3</translation>
    </message>
    <message>
        <source>Mend it, then roll it out again.</source>
        <translation>Beheben Sie das, und verteilen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>What was put beside %1 is not there any more on %2.</source>
        <translation>Was auf %2 neben %1 gelegt wurde, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 holds the new file</source>
        <translation>%1 hat die neue Datei</translation>
    </message>
    <message>
        <source>Let the cluster take version %1</source>
        <translation>Den Cluster Version %1 übernehmen lassen</translation>
    </message>
    <message>
        <source>%1 was asked to let the cluster take the file: %2</source>
        <translation>%1 wurde gebeten, den Cluster die Datei übernehmen zu lassen: %2</translation>
    </message>
    <message>
        <source>`%1` failed on %2: %3</source>
        <translation>`%1` schlug auf %2 fehl: %3</translation>
    </message>
    <message>
        <source>All nodes hold the file, but version %1 does not run: %2.</source>
        <translation>Alle Knoten haben die Datei, aber Version %1 läuft nicht: %2.</translation>
    </message>
    <message>
        <source>Look at the log of these nodes before anything is activated again: a node that suspended itself stops its guests.</source>
        <translation>Sehen Sie in die Protokolle dieser Knoten, bevor noch einmal aktiviert wird: Ein Knoten, der sich selbst aussetzt, hält seine Gäste an.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is the same on %n node(s).</source>
        <translation>
            <numerusform>%1 ist auf %n Knoten gleich.</numerusform>
            <numerusform>%1 ist auf %n Knoten gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1 of %2 is on %n node(s).</source>
        <translation>
            <numerusform>Version %1 von %2 ist auf %n Knoten.</numerusform>
            <numerusform>Version %1 von %2 ist auf %n Knoten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 still needs it: finish that when it answers again.</source>
        <translation>%1 braucht sie noch: Holen Sie das nach, wenn der Knoten wieder antwortet.</translation>
    </message>
    <message>
        <source>Finish the roll-out when the node answers again.</source>
        <translation>Bringen Sie die Verteilung zu Ende, wenn der Knoten wieder antwortet.</translation>
    </message>
    <message>
        <source>Compare the nodes, then roll out what is right.</source>
        <translation>Vergleichen Sie die Knoten, und verteilen Sie dann, was richtig ist.</translation>
    </message>
    <message>
        <source>Read the version that runs</source>
        <translation>Die laufende Version lesen</translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation>auf %1 läuft %2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>Finish the roll-out or take it back when %1 answers again.</source>
        <translation>Bringen Sie die Verteilung zu Ende, oder nehmen Sie sie zurück, wenn %1 wieder antwortet.</translation>
    </message>
    <message>
        <source>It was stopped in the middle of the exchange.</source>
        <translation>Sie wurde mitten im Tausch angehalten.</translation>
    </message>
    <message>
        <source>Finish the roll-out or take it back.</source>
        <translation>Bringen Sie die Verteilung zu Ende, oder nehmen Sie sie zurück.</translation>
    </message>
    <message>
        <source>Take the roll-out back when %1 answers again.</source>
        <translation>Nehmen Sie die Verteilung zurück, wenn %1 wieder antwortet.</translation>
    </message>
    <message>
        <source>The nodes have their old files again.</source>
        <translation>Die Knoten haben wieder ihre alten Dateien.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>changed by somebody else</source>
        <translation>von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 on %2: it is %3 now, and was %4.</source>
        <translation>Jemand anderes hat %1 auf %2 geändert: Sie ist jetzt %3 und war %4.</translation>
    </message>
    <message>
        <source>Read it again, bring both changes together, and roll that out.</source>
        <translation>Lesen Sie sie neu, führen Sie beide Änderungen zusammen, und verteilen Sie das.</translation>
    </message>
    <message>
        <source>%1 is asked to let the cluster take version %2</source>
        <translation>%1 wird gebeten, den Cluster Version %2 übernehmen zu lassen</translation>
    </message>
    <message>
        <source>It was stopped while the cluster took version %1.</source>
        <translation>Es wurde angehalten, während der Cluster Version %1 übernahm.</translation>
    </message>
    <message>
        <source>Finish the roll-out: that looks again.</source>
        <translation>Bringen Sie die Verteilung zu Ende: Das sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>%1 has suspended itself (Flags: Error)</source>
        <translation>%1 hat sich selbst ausgesetzt (Flags: Error)</translation>
    </message>
    <message>
        <source>cman does not run on %1 any more</source>
        <translation>auf %1 läuft cman nicht mehr</translation>
    </message>
    <message>
        <source>Read what OCFS2 has loaded</source>
        <translation>Lesen, was OCFS2 geladen hat</translation>
    </message>
    <message>
        <source>OCFS2 runs as before until it is started anew or told by `o2cb register-cluster`:</source>
        <translation>OCFS2 läuft wie bisher, bis es neu gestartet oder mit `o2cb register-cluster` aufgefordert wird:</translation>
    </message>
    <message>
        <source>On %1 OCFS2 is in use: %2</source>
        <translation>Auf %1 ist OCFS2 in Benutzung: %2</translation>
    </message>
    <message>
        <source>Unmount the OCFS2 volumes of %1 first.</source>
        <translation>Hängen Sie zuerst die OCFS2-Volumes von %1 aus.</translation>
    </message>
    <message>
        <source>no program there could check it</source>
        <translation>kein Programm dort konnte sie prüfen</translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation>angenommen von %1</translation>
    </message>
    <message>
        <source>The cluster runs version %1 on %2 already, so it would not take version %3.</source>
        <translation>Der Cluster führt auf %2 schon Version %1 aus, würde Version %3 also nicht übernehmen.</translation>
    </message>
    <message>
        <source>Somebody else has put the old %1 back on %2.</source>
        <translation>Jemand anders hat auf %2 die alte Datei %1 zurückgebracht.</translation>
    </message>
    <message>
        <source>Find out who, then roll the file out again.</source>
        <translation>Finden Sie heraus, wer, und verteilen Sie die Datei dann noch einmal.</translation>
    </message>
    <message>
        <source>Add it again, or abandon the roll-out.</source>
        <translation>Fügen Sie ihn wieder hinzu, oder geben Sie die Verteilung auf.</translation>
    </message>
    <message>
        <source>What somebody else wrote stays: %1.</source>
        <translation>Was jemand anderes geschrieben hat, bleibt: %1.</translation>
    </message>
    <message>
        <source>had the new file already</source>
        <translation>hatte die neue Datei schon</translation>
    </message>
    <message>
        <source>changed by somebody else; the file before the roll-out is %1</source>
        <translation>von jemand anderem geändert; die Datei vor der Verteilung ist %1</translation>
    </message>
    <message>
        <source>The old %1 is not there any more on %2, so the new one stays.</source>
        <translation>Die alte %1 ist auf %2 nicht mehr da, also bleibt die neue.</translation>
    </message>
    <message>
        <source>The roll-out was abandoned.</source>
        <translation>Die Verteilung wurde aufgegeben.</translation>
    </message>
    <message>
        <source>What these nodes hold is not known, and a file that was put beside %1 may be left there: %2.</source>
        <translation>Was diese Knoten haben, ist nicht bekannt, und eine Datei neben %1 ist dort vielleicht liegengeblieben: %2.</translation>
    </message>
    <message>
        <source>%1 is not loaded yet</source>
        <translation>%1 ist noch nicht geladen</translation>
    </message>
    <message>
        <source>%1 is mounted there, and the file removes the node %2.</source>
        <translation>%1 ist dort eingehängt, und die Datei entfernt den Knoten %2.</translation>
    </message>
    <message>
        <source>%1 is mounted there, and the file makes the node %2, which is %3 now, %4.</source>
        <translation>%1 ist dort eingehängt, und die Datei macht den Knoten %2, jetzt %3, zu %4.</translation>
    </message>
    <message>
        <source>%1 is loaded and not in the file</source>
        <translation>%1 ist geladen und nicht in der Datei</translation>
    </message>
    <message>
        <source>%1 is loaded as %2, and in the file it is %3</source>
        <translation>%1 ist als %2 geladen und in der Datei %3</translation>
    </message>
    <message>
        <source>cman runs there, and a version below %1</source>
        <translation>cman läuft dort, mit einer Version unter %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached. It will need %2 before its cluster is started again; Colonnade remembers that.</source>
        <translation>%1 ist nicht erreichbar. Der Knoten braucht %2, bevor sein Cluster wieder gestartet wird; Colonnade merkt sich das.</translation>
    </message>
    <message>
        <source>%1 had version %2 when it was last read.</source>
        <translation>%1 hatte Version %2, als zuletzt gelesen wurde.</translation>
    </message>
    <message>
        <source>Which version %1 has is not known.</source>
        <translation>Welche Version %1 hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>With the ccsd of cluster 2 the highest config_version wins when a node boots: a file on %1 with a version above %2 would take the place of this one on all nodes. From cluster 3 on, %1 does not join with a lower one.</source>
        <translation>Beim ccsd von Cluster 2 gewinnt die höchste config_version, wenn ein Knoten bootet: Eine Datei auf %1 mit einer Version über %2 träte auf allen Knoten an die Stelle dieser. Ab Cluster 3 tritt %1 mit einer niedrigeren nicht bei.</translation>
    </message>
    <message>
        <source>What OCFS2 has loaded stays as it is: the file is read at the next start of o2cb.</source>
        <translation>Was OCFS2 geladen hat, bleibt: Die Datei wird beim nächsten Start von o2cb gelesen.</translation>
    </message>
    <message>
        <source>%1 is a member of the running cluster and would not get the file: it would suspend itself, and its guests would stop.</source>
        <translation>%1 gehört zum laufenden Cluster und bekäme die Datei nicht: der Knoten würde sich aussetzen, und seine Gäste hielten an.</translation>
    </message>
    <message>
        <source>Reach it first, or stop the cluster's services there.</source>
        <translation>Machen Sie ihn erst erreichbar, oder halten Sie dort die Dienste des Clusters an.</translation>
    </message>
    <message>
        <source>It was never started: another migration of %1 began on %2 at the same moment.</source>
        <translation>Sie wurde nie begonnen: Im selben Augenblick begann auf %2 eine andere Migration von %1.</translation>
    </message>
    <message>
        <source>The cluster runs as %1 on %2, and the file calls it %3. Its id, its addresses and the lock tables of its GFS hang on the name, so it cannot change while it runs.</source>
        <translation>Der Cluster läuft auf %2 als %1, und die Datei nennt ihn %3. Seine Nummer, seine Adressen und die Sperrtabellen seiner GFS hängen am Namen, er kann sich daher nicht ändern, solange der Cluster läuft.</translation>
    </message>
    <message>
        <source>Give it its name back, or stop cman on all nodes first.</source>
        <translation>Geben Sie ihm seinen Namen zurück, oder halten Sie zuerst cman auf allen Knoten an.</translation>
    </message>
    <message>
        <source>%1 is a member of the running cluster and is not in the file.</source>
        <translation>%1 ist Mitglied des laufenden Clusters und steht nicht in der Datei.</translation>
    </message>
    <message>
        <source>Let it leave first: stop the cluster's services there, as by `cman_tool leave remove`.</source>
        <translation>Lassen Sie ihn zuerst austreten: Halten Sie dort die Dienste des Clusters an, etwa mit `cman_tool leave remove`.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>cman takes this only when it is started anew, on all nodes: %1.</source>
        <translation>cman übernimmt dies erst, wenn es auf allen Knoten neu gestartet wird: %1.</translation>
    </message>
    <message>
        <source>No longer in the file: %1. Where such a guest runs it goes on, and rgmanager no longer looks after it.</source>
        <translation>Nicht mehr in der Datei: %1. Wo ein solcher Gast läuft, läuft er weiter, und rgmanager kümmert sich nicht mehr um ihn.</translation>
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
        <source>"%1" cannot be a user's name.</source>
        <translation>„%1“ kann kein Benutzername sein.</translation>
    </message>
    <message>
        <source>Port 0 cannot be connected to.</source>
        <translation>Zu Port 0 lässt sich keine Verbindung aufbauen.</translation>
    </message>
    <message>
        <source>Give a port from 1 to 65535; ssh's own is 22.</source>
        <translation>Geben Sie einen Port von 1 bis 65535 an; der übliche für ssh ist 22.</translation>
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
        <source>"%1" cannot be a node's name.</source>
        <translation>„%1“ kann kein Name eines Knotens sein.</translation>
    </message>
    <message>
        <source>"%1" cannot be a cluster's name.</source>
        <translation>„%1“ kann kein Name eines Clusters sein.</translation>
    </message>
    <message>
        <source>"%1" cannot be a host.</source>
        <translation>„%1“ kann kein Host sein.</translation>
    </message>
    <message>
        <source>"%1" cannot be an address for migrations.</source>
        <translation>„%1“ kann keine Migrationsadresse sein.</translation>
    </message>
    <message>
        <source>"%1" is not a string</source>
        <translation>„%1“ ist keine Zeichenkette</translation>
    </message>
    <message>
        <source>"%1" is not a port number</source>
        <translation>„%1“ ist keine Portnummer</translation>
    </message>
    <message>
        <source>"%1" is not true or false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>"%1" is not a list of strings</source>
        <translation>„%1“ ist keine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>The profiles in %1 cannot be read: %2.</source>
        <translation>Die Profile in %1 sind nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>die Datei ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>"profiles" is not a list</source>
        <translation>„profiles“ ist keine Liste</translation>
    </message>
    <message>
        <source>profile %1 is not an object</source>
        <translation>Profil %1 ist kein Objekt</translation>
    </message>
    <message>
        <source>profile %1: %2</source>
        <translation>Profil %1: %2</translation>
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
        <source>There is no profile called "%1".</source>
        <translation>Es gibt kein Profil namens „%1“.</translation>
    </message>
    <message>
        <source>There is a profile called "%1" already.</source>
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
    <message>
        <source>it is larger than %1 KiB</source>
        <translation>die Datei ist größer als %1 KiB</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>"%1" is not a way to log in</source>
        <translation>„%1“ ist kein Anmeldeverfahren</translation>
    </message>
    <message>
        <source>"%1" is not a way to become root</source>
        <translation>„%1“ ist kein Weg, root zu werden</translation>
    </message>
    <message>
        <source>"id" has other characters than letters, digits and dashes</source>
        <translation>„id“ enthält andere Zeichen als Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>a newer Colonnade wrote it (version %1, this one knows %2)</source>
        <translation>ein neueres Colonnade hat die Datei geschrieben (Version %1, dieses kennt %2)</translation>
    </message>
    <message>
        <source>"version" is not a version</source>
        <translation>„version“ ist keine Version</translation>
    </message>
    <message>
        <source>it has more than %1 profiles</source>
        <translation>die Datei enthält mehr als %1 Profile</translation>
    </message>
    <message>
        <source>profile %1: there is one called "%2" before it</source>
        <translation>Profil %1: davor steht bereits eines namens „%2“</translation>
    </message>
    <message>
        <source>"clusters" is not an object</source>
        <translation>„clusters“ ist kein Objekt</translation>
    </message>
    <message>
        <source>the note of cluster "%1": %2</source>
        <translation>die Notiz des Clusters „%1“: %2</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>password for sudo</source>
        <translation>Passwort für sudo</translation>
    </message>
    <message>
        <source>passphrase of %1</source>
        <translation>Passphrase von %1</translation>
    </message>
    <message>
        <source>There is no keychain.</source>
        <translation>Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>HostName has a token other than %h and %%.</source>
        <translation>HostName enthält ein anderes Token als %h und %%.</translation>
    </message>
    <message>
        <source>Include leads to too many files, or in a circle.</source>
        <translation>Include führt zu zu vielen Dateien oder im Kreis.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Others than you may write the file, so ssh does not use it.</source>
        <translation>Andere als Sie dürfen die Datei schreiben, daher verwendet ssh sie nicht.</translation>
    </message>
    <message>
        <source>Look through it, then: chmod go-w %1</source>
        <translation>Sehen Sie die Datei durch, dann: chmod go-w %1</translation>
    </message>
    <message>
        <source>The line has a NUL byte.</source>
        <translation>Die Zeile enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>its argument is missing</source>
        <translation>das Argument fehlt</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>an argument is empty</source>
        <translation>ein Argument ist leer</translation>
    </message>
    <message>
        <source>"all" does not stand alone</source>
        <translation>„all“ steht nicht allein</translation>
    </message>
    <message>
        <source>"%1" lacks its argument</source>
        <translation>bei „%1“ fehlt das Argument</translation>
    </message>
    <message>
        <source>Match exec is not run; the block was passed over.</source>
        <translation>Match exec wird nicht ausgeführt; der Block wurde übergangen.</translation>
    </message>
    <message>
        <source>Match %1 is not known; the block was passed over.</source>
        <translation>Match %1 ist nicht bekannt; der Block wurde übergangen.</translation>
    </message>
    <message>
        <source>a file of the system cannot include one of a user</source>
        <translation>eine Datei des Systems kann keine eines Benutzers einbinden</translation>
    </message>
    <message>
        <source>"%1" is not a host</source>
        <translation>„%1“ ist kein Host</translation>
    </message>
    <message>
        <source>there are more than %1</source>
        <translation>es sind mehr als %1</translation>
    </message>
    <message>
        <source>%1 cannot be understood: %2.</source>
        <translation>%1 ist nicht zu verstehen: %2.</translation>
    </message>
    <message>
        <source>Mend the line; "ssh -G HOST" tells whether ssh understands it.</source>
        <translation>Korrigieren Sie die Zeile; „ssh -G HOST“ zeigt, ob ssh sie versteht.</translation>
    </message>
    <message>
        <source>Use the newer Colonnade, or set the file aside. It is left as it is.</source>
        <translation>Verwenden Sie das neuere Colonnade, oder legen Sie die Datei beiseite. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Mend the file, or set it aside and begin with none or with a backup. It is left as it is.</source>
        <translation>Korrigieren Sie die Datei, oder legen Sie sie beiseite und beginnen Sie ohne Profile oder mit einer Sicherung. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>its backups cannot be renamed</source>
        <translation>ihre Sicherungen lassen sich nicht umbenennen</translation>
    </message>
    <message>
        <source>its backup %1: %2</source>
        <translation>ihre Sicherung %1: %2</translation>
    </message>
    <message>
        <source>they would be larger than %1 KiB</source>
        <translation>sie wären größer als %1 KiB</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and connect again; until then secrets are asked for.</source>
        <translation>Entsperren Sie ihn und verbinden Sie sich erneut; bis dahin werden Passwörter abgefragt.</translation>
    </message>
    <message>
        <source>"%1" is none of the values that it may have</source>
        <translation>„%1“ ist keiner der zulässigen Werte</translation>
    </message>
    <message>
        <source>"%1" is not a time</source>
        <translation>„%1“ ist keine Zeitangabe</translation>
    </message>
    <message>
        <source>"%1" is not a port</source>
        <translation>„%1“ ist kein Port</translation>
    </message>
    <message>
        <source>"%1" is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>"none" does not stand alone</source>
        <translation>„none“ steht nicht allein</translation>
    </message>
    <message>
        <source>it has more arguments than one</source>
        <translation>es gibt mehr als ein Argument</translation>
    </message>
    <message>
        <source>"%1" has a token that is not known.</source>
        <translation>„%1“ enthält ein Token, das nicht bekannt ist.</translation>
    </message>
    <message>
        <source>"%1" lacks a }.</source>
        <translation>In „%1“ fehlt eine }.</translation>
    </message>
    <message>
        <source>The environment has no variable %1.</source>
        <translation>Die Umgebung hat keine Variable %1.</translation>
    </message>
    <message>
        <source>ssh_config allows no way to log in that Colonnade knows.</source>
        <translation>ssh_config erlaubt kein Anmeldeverfahren, das Colonnade kennt.</translation>
    </message>
    <message>
        <source>Choose the ways to log in in the profile.</source>
        <translation>Wählen Sie die Anmeldeverfahren im Profil.</translation>
    </message>
    <message>
        <source>"%1" is not a host.</source>
        <translation>„%1“ ist kein Host.</translation>
    </message>
    <message>
        <source>ProxyCommand is not run by Colonnade.</source>
        <translation>ProxyCommand wird von Colonnade nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Set the jump host in the profile, or use ProxyJump; "none" there connects directly.</source>
        <translation>Legen Sie den Sprung-Host im Profil fest, oder verwenden Sie ProxyJump; „none“ verbindet dort direkt.</translation>
    </message>
    <message>
        <source>RevokedHostKeys is not known to Colonnade.</source>
        <translation>RevokedHostKeys ist Colonnade nicht bekannt.</translation>
    </message>
    <message>
        <source>Write the keys as @revoked lines of known_hosts instead, or set the known_hosts file in the profile.</source>
        <translation>Tragen Sie die Schlüssel stattdessen als @revoked-Zeilen in known_hosts ein, oder legen Sie die known_hosts-Datei im Profil fest.</translation>
    </message>
    <message>
        <source>CanonicalizeHostname is not done by Colonnade.</source>
        <translation>CanonicalizeHostname wird von Colonnade nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Write the full name as the profile's host, and "CanonicalizeHostname no" for it in ssh_config.</source>
        <translation>Tragen Sie den vollständigen Namen als Host des Profils ein, und für ihn „CanonicalizeHostname no“ in ssh_config.</translation>
    </message>
    <message>
        <source>"%1" is not a number of seconds</source>
        <translation>„%1“ ist keine Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>"%1" is not an object</source>
        <translation>„%1“ ist kein Objekt</translation>
    </message>
    <message>
        <source>%1 cannot be set aside: %2.</source>
        <translation>%1 lässt sich nicht beiseitelegen: %2.</translation>
    </message>
    <message>
        <source>It is left as it is.</source>
        <translation>Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>There is no file %1 yet.</source>
        <translation>Es gibt noch keine Datei %1.</translation>
    </message>
    <message>
        <source>The profiles in %1 can be read.</source>
        <translation>Die Profile in %1 sind lesbar.</translation>
    </message>
    <message>
        <source>Only a file that cannot be read is set aside. Remove single profiles, or restore a backup.</source>
        <translation>Nur eine Datei, die nicht lesbar ist, wird beiseitegelegt. Entfernen Sie einzelne Profile, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation>Es gibt keine Sicherung %1.</translation>
    </message>
    <message>
        <source>No profiles can be imported from %1: %2.</source>
        <translation>Aus %1 lassen sich keine Profile importieren: %2.</translation>
    </message>
    <message>
        <source>it is no export of Colonnade's profiles</source>
        <translation>es ist kein Export von Profilen von Colonnade</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>There is another profile called "%1" already.</source>
        <translation>Es gibt bereits ein anderes Profil namens „%1“.</translation>
    </message>
    <message>
        <source>Say that it is to be replaced, or leave it out.</source>
        <translation>Geben Sie an, dass es ersetzt werden soll, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1: %2 wird zu %3</translation>
    </message>
    <message>
        <source>%1 lists a way to log in twice.</source>
        <translation>%1 führt ein Anmeldeverfahren zweimal auf.</translation>
    </message>
    <message>
        <source>"%1" cannot be the path of a file.</source>
        <translation>„%1“ kann kein Dateipfad sein.</translation>
    </message>
    <message>
        <source>%1 has more than %2 key files.</source>
        <translation>%1 hat mehr als %2 Schlüsseldateien.</translation>
    </message>
    <message>
        <source>The jump host of %1 is both a profile and a host.</source>
        <translation>Der Sprung-Host von %1 ist sowohl ein Profil als auch ein Host.</translation>
    </message>
    <message>
        <source>"%1" cannot be a jump host.</source>
        <translation>„%1“ kann kein Sprung-Host sein.</translation>
    </message>
    <message>
        <source>%1 cannot wait that long for a connection.</source>
        <translation>%1 kann nicht so lange auf eine Verbindung warten.</translation>
    </message>
    <message>
        <source>Give a time of up to %1 seconds.</source>
        <translation>Geben Sie eine Zeit von bis zu %1 Sekunden an.</translation>
    </message>
    <message>
        <source>%1 cannot wait that long for a sign of life.</source>
        <translation>%1 kann nicht so lange auf ein Lebenszeichen warten.</translation>
    </message>
    <message>
        <source>The note of %1 cannot be kept.</source>
        <translation>Die Notiz von %1 lässt sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>Use up to %1 characters that can be shown.</source>
        <translation>Verwenden Sie bis zu %1 Zeichen, die sich anzeigen lassen.</translation>
    </message>
    <message>
        <source>"%1" is not a colour.</source>
        <translation>„%1“ ist keine Farbe.</translation>
    </message>
    <message>
        <source>Write it as #rrggbb.</source>
        <translation>Schreiben Sie sie als #rrggbb.</translation>
    </message>
    <message>
        <source>More than %1 profiles cannot be kept.</source>
        <translation>Mehr als %1 Profile lassen sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: it is the jump host of %2.</source>
        <translation>%1 lässt sich nicht entfernen: Es ist der Sprung-Host von %2.</translation>
    </message>
    <message>
        <source>Give them another jump host first, or remove them too.</source>
        <translation>Geben Sie ihnen zuerst einen anderen Sprung-Host, oder entfernen Sie sie ebenfalls.</translation>
    </message>
    <message>
        <source>Choose another jump host.</source>
        <translation>Wählen Sie einen anderen Sprung-Host.</translation>
    </message>
    <message>
        <source>The jump host of %1 is the profile "%2", which does not exist.</source>
        <translation>Der Sprung-Host von %1 ist das Profil „%2“, das nicht existiert.</translation>
    </message>
    <message>
        <source>The jump hosts of %1 lead back to it: %2.</source>
        <translation>Die Sprung-Hosts von %1 führen dorthin zurück: %2.</translation>
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
        <source>Compare it with what ssh-keygen -lf prints on the host, then accept it.</source>
        <translation>Vergleichen Sie ihn mit der Ausgabe von ssh-keygen -lf auf dem Host und akzeptieren Sie ihn dann.</translation>
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
        <translation>%1 Port %2</translation>
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
        <source>the answers to the server's questions were wrong</source>
        <translation>die Antworten auf die Rückfragen des Servers waren falsch</translation>
    </message>
    <message>
        <source>the server's questions were not answered</source>
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
        <source>nothing that could be tried was offered</source>
        <translation>es wurde kein Verfahren angeboten, das sich versuchen ließ</translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. It accepts: %5.</source>
        <translation>%1 (%2) hat die Anmeldung von %3 abgelehnt: %4. Akzeptiert wird: %5.</translation>
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
        <source>%1 (%2) has not answered for %3 s; the connection is given up.</source>
        <translation>%1 (%2) antwortet seit %3 s nicht; die Verbindung wird aufgegeben.</translation>
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
        <translation>„%1“ endete auf %2 nicht innerhalb von %L3 s; dort läuft es möglicherweise weiter.</translation>
    </message>
    <message>
        <source>%1 did not begin: %2 was not connected within %3 s.</source>
        <translation>„%1“ wurde nicht begonnen: %2 war nicht innerhalb von %L3 s verbunden.</translation>
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
        <translation>keine Antwort innerhalb von %L1 s</translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2: %3.</source>
        <translation>%1 ist unter %2 nicht erreichbar: %3.</translation>
    </message>
    <message>
        <source>no name server says what the address of that host is</source>
        <translation>kein Nameserver nennt die Adresse dieses Hosts</translation>
    </message>
    <message>
        <source>Check this workstation's network and its name servers (/etc/resolv.conf), or put the address into the profile.</source>
        <translation>Prüfen Sie das Netzwerk dieses Rechners und seine Nameserver (/etc/resolv.conf), oder tragen Sie die Adresse ins Profil ein.</translation>
    </message>
    <message>
        <source>there is no host of that name that has an address</source>
        <translation>es gibt keinen Host dieses Namens, der eine Adresse hat</translation>
    </message>
    <message>
        <source>Check the host name in the profile, or put the address there.</source>
        <translation>Prüfen Sie den Hostnamen im Profil, oder tragen Sie dort die Adresse ein.</translation>
    </message>
    <message>
        <source>the connection was refused: nothing listens there</source>
        <translation>die Verbindung wurde abgelehnt: Dort lauscht nichts</translation>
    </message>
    <message>
        <source>it did not answer</source>
        <translation>es kam keine Antwort</translation>
    </message>
    <message>
        <source>Check that the host is on, and that no firewall is between.</source>
        <translation>Prüfen Sie, ob der Host läuft und keine Firewall dazwischen ist.</translation>
    </message>
    <message>
        <source>the host cannot be reached: no way to it, or it is off</source>
        <translation>der Host ist nicht erreichbar: Es gibt keinen Weg zu ihm, oder er ist aus</translation>
    </message>
    <message>
        <source>this workstation has no way to that network</source>
        <translation>dieser Rechner hat keinen Weg in dieses Netz</translation>
    </message>
    <message>
        <source>Check this workstation's network, a VPN for example.</source>
        <translation>Prüfen Sie das Netzwerk dieses Rechners, zum Beispiel ein VPN.</translation>
    </message>
    <message>
        <source>the connection was reset</source>
        <translation>die Verbindung wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>this workstation does not let the connection out</source>
        <translation>dieser Rechner lässt die Verbindung nicht hinaus</translation>
    </message>
    <message>
        <source>Look at its own firewall.</source>
        <translation>Sehen Sie sich seine eigene Firewall an.</translation>
    </message>
    <message>
        <source>it accepts connections, but it did not answer within %1 s</source>
        <translation>die Gegenstelle nimmt Verbindungen an, antwortete aber nicht innerhalb von %1 s</translation>
    </message>
    <message>
        <source>The host may be overloaded or hung, or it is no SSH server that listens on this port.</source>
        <translation>Der Host ist vielleicht überlastet oder hängt, oder es ist kein SSH-Server, der auf diesem Port lauscht.</translation>
    </message>
    <message>
        <source>it speaks a version of SSH that is broken beyond repair and not supported: %1</source>
        <translation>die Gegenstelle spricht eine Version von SSH, die unheilbar gebrochen ist und nicht unterstützt wird: %1</translation>
    </message>
    <message>
        <source>Let its sshd_config say: Protocol 2</source>
        <translation>In seiner sshd_config muss stehen: Protocol 2</translation>
    </message>
    <message>
        <source>Look into the log of its sshd for the reason.</source>
        <translation>Sehen Sie im Protokoll des dortigen sshd nach dem Grund.</translation>
    </message>
    <message>
        <source>it ends the connection before it has said a word (%1)</source>
        <translation>die Gegenstelle beendet die Verbindung, bevor sie ein Wort gesagt hat (%1)</translation>
    </message>
    <message>
        <source>Too many may be logging in at once (MaxStartups), or it does not let this workstation in (fail2ban, hosts.deny, a firewall). Look into the log of its sshd.</source>
        <translation>Vielleicht melden sich zu viele gleichzeitig an (MaxStartups), oder dieser Rechner wird nicht eingelassen (fail2ban, hosts.deny, eine Firewall). Sehen Sie im Protokoll des dortigen sshd nach.</translation>
    </message>
    <message>
        <source>it turns us away: %1</source>
        <translation>die Gegenstelle weist uns ab: %1</translation>
    </message>
    <message>
        <source>Too many are logging in at once, or too many failed to. Wait, or raise MaxStartups in its sshd_config.</source>
        <translation>Zu viele melden sich gleichzeitig an, oder zu viele sind damit gescheitert. Warten Sie, oder erhöhen Sie MaxStartups in der dortigen sshd_config.</translation>
    </message>
    <message>
        <source>it is no SSH server; it says: %1</source>
        <translation>die Gegenstelle ist kein SSH-Server; sie meldet: %1</translation>
    </message>
    <message>
        <source>the connection was lost while sudo was tried: %1</source>
        <translation>die Verbindung ging verloren, während sudo versucht wurde: %1</translation>
    </message>
    <message>
        <source>%1 cannot become root on %2: sudo works, but makes it another user (runas_default), or none.</source>
        <translation>%1 kann auf %2 nicht root werden: sudo funktioniert, macht daraus aber einen anderen Benutzer (runas_default) oder keinen.</translation>
    </message>
    <message>
        <source>Log in with ssh, and look at what this does there: %1</source>
        <translation>Melden Sie sich mit ssh an, und sehen Sie sich an, was dies dort bewirkt: %1</translation>
    </message>
    <message>
        <source>%1 cannot become root on %2: sudo asks for a password, and none was given that is one line of text.</source>
        <translation>%1 kann auf %2 nicht root werden: sudo fragt nach einem Passwort, und es wurde keines eingegeben, das aus einer Zeile Text besteht.</translation>
    </message>
    <message>
        <source>Connect again, and give the password that sudo wants on this node.</source>
        <translation>Verbinden Sie sich erneut, und geben Sie das Passwort ein, das sudo auf diesem Knoten verlangt.</translation>
    </message>
    <message>
        <source>the login worked, but sudo does not answer</source>
        <translation>die Anmeldung gelang, aber sudo antwortet nicht</translation>
    </message>
    <message>
        <source>sudo, with a password and a terminal</source>
        <translation>sudo, mit Passwort und Terminal</translation>
    </message>
    <message>
        <source>sudo, with a terminal</source>
        <translation>sudo, mit Terminal</translation>
    </message>
    <message>
        <source>sudo, with a password</source>
        <translation>sudo, mit Passwort</translation>
    </message>
    <message>
        <source>sudo</source>
        <translation>sudo</translation>
    </message>
    <message>
        <source>Check that the host is on and not overloaded, and the network.</source>
        <translation>Prüfen Sie, ob der Host läuft und nicht überlastet ist und das Netzwerk in Ordnung ist.</translation>
    </message>
    <message>
        <source>%1 (%2) cannot be talked to: %3.</source>
        <translation>Mit %1 (%2) ist keine Verständigung möglich: %3.</translation>
    </message>
    <message>
        <source>%1 was not begun: %2 is read-only, its profile lets nothing change it.</source>
        <translation>„%1“ wurde nicht begonnen: %2 ist auf „nur lesen“ gestellt, sein Profil lässt nicht zu, dass etwas ihn ändert.</translation>
    </message>
    <message>
        <source>Turn read-only mode off in the profile of %1.</source>
        <translation>Schalten Sie „Nur lesen“ im Profil von %1 aus.</translation>
    </message>
    <message>
        <source>What became of %1 on %2 is not known: it may go on there. %3</source>
        <translation>Was aus „%1“ auf %2 geworden ist, ist nicht bekannt: Dort läuft es möglicherweise weiter. %3</translation>
    </message>
    <message>
        <source>Look before you repeat it. %1</source>
        <translation>Sehen Sie nach, bevor Sie es wiederholen. %1</translation>
    </message>
    <message>
        <source>its host key cannot be used: %1</source>
        <translation>der Host-Schlüssel ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>accepted and saved in %1</source>
        <translation>akzeptiert und in %1 gespeichert</translation>
    </message>
    <message>
        <source>accepted once</source>
        <translation>einmal akzeptiert</translation>
    </message>
    <message>
        <source>the SSH library knows no type of host key: %1</source>
        <translation>die SSH-Bibliothek kennt keinen Typ von Host-Schlüssel: %1</translation>
    </message>
    <message>
        <source>known in %1:%2</source>
        <translation>bekannt in %1:%2</translation>
    </message>
    <message>
        <source>there are more than %1 jump hosts, one behind the other</source>
        <translation>es sind mehr als %1 Sprung-Hosts hintereinander</translation>
    </message>
    <message>
        <source>Check whether the profiles of the jump hosts go in a circle.</source>
        <translation>Prüfen Sie, ob die Profile der Sprung-Hosts im Kreis führen.</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2 through %3: %4.</source>
        <translation>%1 ist unter %2 über %3 nicht erreichbar: %4.</translation>
    </message>
    <message>
        <source>the attempt was stopped</source>
        <translation>der Versuch wurde abgebrochen</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>ein anderes Programm hält die Datei gesperrt</translation>
    </message>
    <message>
        <source>another program replaces it all the time</source>
        <translation>ein anderes Programm ersetzt die Datei ständig</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>die Datei ist größer als %1 MiB</translation>
    </message>
    <message>
        <source>the file cannot be backed up as %1: %2</source>
        <translation>die Datei lässt sich nicht als %1 sichern: %2</translation>
    </message>
    <message>
        <source>somebody else has changed the file in the meantime</source>
        <translation>jemand anders hat die Datei in der Zwischenzeit geändert</translation>
    </message>
    <message>
        <source>somebody else has changed the file meanwhile</source>
        <translation>jemand anders hat die Datei inzwischen geändert</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Removed from: %1. Nothing else was removed.</source>
        <translation>Entfernt aus: %1. Sonst wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>The host key cannot be saved in %1: "%2" cannot stand there as the name of a host.</source>
        <translation>Der Host-Schlüssel lässt sich nicht in %1 speichern: „%2“ kann dort nicht als Name eines Hosts stehen.</translation>
    </message>
    <message>
        <source>Check the owner and the mode of the file and its folder, and whether the disk is full; or connect once without saving.</source>
        <translation>Prüfen Sie Eigentümer und Zugriffsrechte der Datei und ihres Ordners, und ob der Datenträger voll ist; oder verbinden Sie sich einmal, ohne zu speichern.</translation>
    </message>
    <message>
        <source>The key cannot be removed from %1: %2.</source>
        <translation>Der Schlüssel lässt sich nicht aus %1 entfernen: %2.</translation>
    </message>
    <message>
        <source>%1 ended the command without an exit status.</source>
        <translation>%1 beendete den Befehl ohne Exit-Status.</translation>
    </message>
    <message>
        <source>the certificate %1 is one of a host</source>
        <translation>das Zertifikat %1 ist das eines Hosts</translation>
    </message>
    <message>
        <source>the certificate %1 has expired on %2</source>
        <translation>das Zertifikat %1 ist am %2 abgelaufen</translation>
    </message>
    <message>
        <source>the certificate %1 is not valid before %2</source>
        <translation>das Zertifikat %1 ist vor dem %2 nicht gültig</translation>
    </message>
    <message>
        <source>the agent holds no keys</source>
        <translation>der Agent hat keine Schlüssel</translation>
    </message>
    <message>
        <source>the agent does not hold the keys of the profile</source>
        <translation>der Agent hat die Schlüssel des Profils nicht</translation>
    </message>
    <message>
        <source>%1 of the agent</source>
        <translation>%1 des Agenten</translation>
    </message>
    <message>
        <source>the key %1 is of a type that is not supported: %2</source>
        <translation>der Schlüssel %1 ist von einem Typ, der nicht unterstützt wird: %2</translation>
    </message>
    <message>
        <source>the agent did not sign with the key %1: %2</source>
        <translation>der Agent hat mit dem Schlüssel %1 nicht signiert: %2</translation>
    </message>
    <message>
        <source>with the key %1 this server takes signatures with SHA-1 only, which are not safe any more</source>
        <translation>mit dem Schlüssel %1 nimmt dieser Server nur Signaturen mit SHA-1 an, die nicht mehr sicher sind</translation>
    </message>
    <message>
        <source>Use an ed25519 key, or turn on "Allow old algorithms" in the profile.</source>
        <translation>Verwenden Sie einen ed25519-Schlüssel, oder schalten Sie im Profil „Alte Algorithmen erlauben“ ein.</translation>
    </message>
    <message>
        <source>the key %1 is too short to be safe</source>
        <translation>der Schlüssel %1 ist zu kurz, um sicher zu sein</translation>
    </message>
    <message numerus="yes">
        <source>%n more key(s) were not offered, since servers shut out who offers many</source>
        <translation>
            <numerusform>%n weiterer Schlüssel wurde nicht angeboten, da Server aussperren, wer viele anbietet</numerusform>
            <numerusform>%n weitere Schlüssel wurden nicht angeboten, da Server aussperren, wer viele anbietet</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the right key in the profile: it is offered first.</source>
        <translation>Geben Sie im Profil den richtigen Schlüssel an: Er wird zuerst angeboten.</translation>
    </message>
    <message>
        <source>Its key is looked up and saved under the name %1 (HostKeyAlias).</source>
        <translation>Sein Schlüssel wird unter dem Namen %1 gesucht und gespeichert (HostKeyAlias).</translation>
    </message>
    <message>
        <source>The authority in %1 that signs this host's keys is revoked in %2. Do not trust what it has signed.</source>
        <translation>Die Zertifizierungsstelle in %1, die die Schlüssel dieses Hosts signiert, ist in %2 widerrufen. Vertrauen Sie dem nicht, was sie signiert hat.</translation>
    </message>
    <message>
        <source>An authority in %1 signs this host's keys. Certificates of hosts cannot be checked here: compare the fingerprint.</source>
        <translation>Eine Zertifizierungsstelle in %1 signiert die Schlüssel dieses Hosts. Zertifikate von Hosts lassen sich hier nicht prüfen: Vergleichen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>The same key is on file for another name: %1 in %2.</source>
        <translation>Derselbe Schlüssel ist für einen anderen Namen hinterlegt: %1 in %2.</translation>
    </message>
    <message>
        <source>For port 22 of %1 another key is on file, in %2.</source>
        <translation>Für Port 22 von %1 ist ein anderer Schlüssel hinterlegt, in %2.</translation>
    </message>
    <message>
        <source>%1 It may have held a key of this host.</source>
        <translation>%1 Dort kann ein Schlüssel dieses Hosts gestanden haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n other lines of the known_hosts files are not usable; the list of known host keys names them.</source>
        <translation>
            <numerusform>%n andere Zeile der known_hosts-Dateien ist nicht verwendbar; die Liste der bekannten Host-Schlüssel nennt sie.</numerusform>
            <numerusform>%n andere Zeilen der known_hosts-Dateien sind nicht verwendbar; die Liste der bekannten Host-Schlüssel nennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not known and was not accepted: %3.</source>
        <translation>Der Host-Schlüssel von %1 (%2) ist unbekannt und wurde nicht akzeptiert: %3.</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not known, and new keys are refused (StrictHostKeyChecking yes in the SSH configuration): %3.</source>
        <translation>Der Host-Schlüssel von %1 (%2) ist unbekannt, und neue Schlüssel werden abgelehnt (StrictHostKeyChecking yes in der SSH-Konfiguration): %3.</translation>
    </message>
    <message>
        <source>Compare it with what ssh-keygen -lf prints on the host, and add it to a known_hosts file yourself; or set StrictHostKeyChecking to ask.</source>
        <translation>Vergleichen Sie ihn mit der Ausgabe von ssh-keygen -lf auf dem Host, und tragen Sie ihn selbst in eine known_hosts-Datei ein; oder setzen Sie StrictHostKeyChecking auf ask.</translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key that is marked as revoked in %3: %4.</source>
        <translation>%1 (%2) zeigt einen Host-Schlüssel, der in %3 als widerrufen markiert ist: %4.</translation>
    </message>
    <message>
        <source>Do not connect. Whoever has this key may not be the host. Give the host new keys at its console.</source>
        <translation>Verbinden Sie sich nicht. Wer auch immer diesen Schlüssel hat, ist möglicherweise nicht der Host. Geben Sie dem Host an seiner Konsole neue Schlüssel.</translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key of another type than those on file: it shows %3, on file is %4. It may be another host.</source>
        <translation>%1 (%2) zeigt einen Host-Schlüssel eines anderen Typs als die hinterlegten: Gezeigt wird %3, hinterlegt ist %4. Es könnte ein anderer Host sein.</translation>
    </message>
    <message>
        <source>Compare the key with what ssh-keygen -lf prints at the console of the host. If the host got new keys, remove the old ones and connect again.</source>
        <translation>Vergleichen Sie den Schlüssel mit der Ausgabe von ssh-keygen -lf an der Konsole des Hosts. Wenn der Host neue Schlüssel bekommen hat, entfernen Sie die alten und verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) has changed: it shows %3, on file is %4. Somebody may be listening in.</source>
        <translation>Der Host-Schlüssel von %1 (%2) hat sich geändert: Gezeigt wird %3, hinterlegt ist %4. Möglicherweise hört jemand mit.</translation>
    </message>
    <message>
        <source>Find out at the console of the host why. If it was installed anew and ssh-keygen -lf prints the new key there, remove the old one and connect again.</source>
        <translation>Klären Sie an der Konsole des Hosts, warum. Wenn er neu installiert wurde und ssh-keygen -lf dort den neuen Schlüssel ausgibt, entfernen Sie den alten und verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>the server wants none</source>
        <translation>der Server verlangt keine</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server meldet: %1</translation>
    </message>
    <message>
        <source>It allows few tries: name the right key in the profile, and let the agent offer no others.</source>
        <translation>Er lässt nur wenige Versuche zu: Geben Sie im Profil den richtigen Schlüssel an, und lassen Sie den Agenten keine anderen anbieten.</translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. Tried: %5.</source>
        <translation>%1 (%2) hat die Anmeldung von %3 abgelehnt: %4. Versucht: %5.</translation>
    </message>
    <message>
        <source>it ended the connection</source>
        <translation>die Gegenstelle hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>Check the user and the key in the profile, and authorized_keys and the account on the node.</source>
        <translation>Prüfen Sie Benutzer und Schlüssel im Profil sowie authorized_keys und das Konto auf dem Knoten.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 is a public key, and the agent does not have its private half</source>
        <translation>%1 ist ein öffentlicher Schlüssel, und der Agent hat dessen private Hälfte nicht</translation>
    </message>
    <message>
        <source>the key file %1 is open to others (mode %2), so it is not used</source>
        <translation>die Schlüsseldatei %1 ist für andere offen (Zugriffsrechte %2) und wird daher nicht verwendet</translation>
    </message>
    <message>
        <source>Run: chmod 600 %1</source>
        <translation>Führen Sie aus: chmod 600 %1</translation>
    </message>
    <message>
        <source>the key is damaged or cut off</source>
        <translation>der Schlüssel ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>there is no type of key "%1"</source>
        <translation>es gibt keinen Schlüsseltyp „%1“</translation>
    </message>
    <message>
        <source>the key is no valid key of type %1</source>
        <translation>der Schlüssel ist kein gültiger Schlüssel vom Typ %1</translation>
    </message>
    <message>
        <source>the line says %1, but the key is of type %2</source>
        <translation>die Zeile nennt %1, aber der Schlüssel ist vom Typ %2</translation>
    </message>
    <message>
        <source>(hashed)</source>
        <translation>(gehasht)</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1:%2 is not usable and was skipped: %3.</source>
        <translation>%1:%2 ist nicht verwendbar und wurde übersprungen: %3.</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>die Datei ist nicht lesbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not usable</source>
        <translation>
            <numerusform>%n weitere Zeile ist nicht verwendbar</numerusform>
            <numerusform>%n weitere Zeilen sind nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>the hashed name is damaged</source>
        <translation>der gehashte Name ist beschädigt</translation>
    </message>
    <message>
        <source>a byte order mark in front of the name makes it another one</source>
        <translation>eine Byte-Reihenfolge-Markierung vor dem Namen macht ihn zu einem anderen</translation>
    </message>
    <message>
        <source>it is longer than %1 KiB</source>
        <translation>die Zeile ist länger als %1 KiB</translation>
    </message>
    <message>
        <source>the marker is neither @revoked nor @cert-authority</source>
        <translation>die Markierung ist weder @revoked noch @cert-authority</translation>
    </message>
    <message>
        <source>there is no key behind the name</source>
        <translation>hinter dem Namen steht kein Schlüssel</translation>
    </message>
    <message>
        <source>it is a key of SSH 1, which nothing speaks any more</source>
        <translation>es ist ein Schlüssel von SSH 1, das nichts mehr spricht</translation>
    </message>
    <message>
        <source>the SSH agent cannot be used: %1</source>
        <translation>der SSH-Agent ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>the SSH agent does not answer</source>
        <translation>der SSH-Agent antwortet nicht</translation>
    </message>
    <message>
        <source>it hung up</source>
        <translation>er hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>it refused to</source>
        <translation>er hat es verweigert</translation>
    </message>
    <message>
        <source>key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>host key</source>
        <translation>Host-Schlüssel</translation>
    </message>
    <message>
        <source>cipher</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Upgrade the server, or turn on "Allow old algorithms" in its profile: what they protect can be broken by who listens in.</source>
        <translation>Bringen Sie den Server auf eine neuere Version, oder schalten Sie in seinem Profil „Alte Algorithmen erlauben“ ein: Was diese schützen, kann von jedem gebrochen werden, der mithört.</translation>
    </message>
    <message>
        <source>Give the server's sshd_config an algorithm that is offered here, or upgrade it.</source>
        <translation>Tragen Sie in die sshd_config des Servers einen Algorithmus ein, der hier angeboten wird, oder bringen Sie den Server auf eine neuere Version.</translation>
    </message>
    <message>
        <source>this libssh has none of the algorithms: %1</source>
        <translation>diese libssh hat keinen der Algorithmen: %1</translation>
    </message>
    <message>
        <source>the two sides have no method of the kind "%1" in common; the server has: %2</source>
        <translation>die beiden Seiten haben kein Verfahren der Art „%1“ gemeinsam; der Server hat: %2</translation>
    </message>
    <message>
        <source>the two sides have no %1 algorithm in common; the server has: %2; offered is: %3</source>
        <translation>die beiden Seiten haben keinen Algorithmus der Art „%1“ gemeinsam; der Server hat: %2; angeboten wird: %3</translation>
    </message>
    <message>
        <source>there is no sudo in the system's folders</source>
        <translation>in den Systemordnern gibt es kein sudo</translation>
    </message>
    <message>
        <source>sudo demands a terminal (requiretty), and the SSH server gives none</source>
        <translation>sudo verlangt ein Terminal (requiretty), und der SSH-Server stellt keines bereit</translation>
    </message>
    <message>
        <source>sudo asks for a password</source>
        <translation>sudo fragt nach einem Passwort</translation>
    </message>
    <message>
        <source>sudo says that the password is wrong</source>
        <translation>sudo meldet, dass das Passwort falsch ist</translation>
    </message>
    <message>
        <source>sudo did not wait long enough for the password</source>
        <translation>sudo hat nicht lange genug auf das Passwort gewartet</translation>
    </message>
    <message>
        <source>sudo asks for more than a password: “%1”</source>
        <translation>sudo fragt nach mehr als nur einem Passwort: „%1“</translation>
    </message>
    <message>
        <source>sudo does not allow it to %1</source>
        <translation>sudo erlaubt es %1 nicht</translation>
    </message>
    <message>
        <source>the account or its password has expired: “%1”</source>
        <translation>das Konto oder sein Passwort ist abgelaufen: „%1“</translation>
    </message>
    <message>
        <source>sudo prints without an end instead of running a command</source>
        <translation>sudo gibt endlos aus, statt einen Befehl auszuführen</translation>
    </message>
    <message>
        <source>sudo ended without a word</source>
        <translation>sudo endete ohne Meldung</translation>
    </message>
    <message>
        <source>sudo said “%1”</source>
        <translation>sudo meldete „%1“</translation>
    </message>
    <message>
        <source>With visudo, as root on the node, add: %1</source>
        <translation>Fügen Sie mit visudo, als root auf dem Knoten, hinzu: %1</translation>
    </message>
    <message>
        <source>Install sudo on the node, or log in as root.</source>
        <translation>Installieren Sie sudo auf dem Knoten, oder melden Sie sich als root an.</translation>
    </message>
    <message>
        <source>Choose sudo with a password in the profile. Or let sudo do without: </source>
        <translation>Wählen Sie im Profil sudo mit Passwort. Oder lassen Sie sudo ohne auskommen: </translation>
    </message>
    <message>
        <source>Connect again, and give the password that sudo wants on this node: that of %1, or root's where sudoers says rootpw or targetpw.</source>
        <translation>Verbinden Sie sich erneut, und geben Sie das Passwort ein, das sudo auf diesem Knoten verlangt: das von %1, oder das von root, wo in sudoers rootpw oder targetpw steht.</translation>
    </message>
    <message>
        <source>Let sudo do without a question: </source>
        <translation>Lassen Sie sudo ohne Rückfrage auskommen: </translation>
    </message>
    <message>
        <source>Log in with ssh once, and set a new password.</source>
        <translation>Melden Sie sich einmal mit ssh an, und setzen Sie ein neues Passwort.</translation>
    </message>
    <message>
        <source>%1 cannot become root on %2: %3.</source>
        <translation>%1 kann auf %2 nicht root werden: %3.</translation>
    </message>
    <message>
        <source>the SSH agent does not tell its keys</source>
        <translation>der SSH-Agent nennt seine Schlüssel nicht</translation>
    </message>
    <message>
        <source>It may be locked: ssh-add -X unlocks it.</source>
        <translation>Er ist vielleicht gesperrt: ssh-add -X entsperrt ihn.</translation>
    </message>
    <message>
        <source>what should be an SSH agent does not answer as one</source>
        <translation>was ein SSH-Agent sein soll, antwortet nicht wie einer</translation>
    </message>
    <message>
        <source>the SSH agent breaks off in the middle of its keys</source>
        <translation>der SSH-Agent bricht mitten in seinen Schlüsseln ab</translation>
    </message>
    <message>
        <source>%1 does not let us through to it (%2)</source>
        <translation>%1 lässt uns nicht dorthin durch (%2)</translation>
    </message>
    <message>
        <source>Allow %1 in the sshd_config of %2 (AllowTcpForwarding, PermitOpen, DisableForwarding), and in its authorized_keys (restrict, permitopen).</source>
        <translation>Erlauben Sie %1 in der sshd_config von %2 (AllowTcpForwarding, PermitOpen, DisableForwarding) und in dessen authorized_keys (restrict, permitopen).</translation>
    </message>
    <message>
        <source>%1 reports: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>Check that sshd runs there, and that %1 can look up and reach %2.</source>
        <translation>Prüfen Sie, ob dort sshd läuft und ob %2 von %1 aus auflösbar und erreichbar ist.</translation>
    </message>
    <message>
        <source>Check the sshd of %1.</source>
        <translation>Prüfen Sie den sshd von %1.</translation>
    </message>
    <message>
        <source>The disk that %1 lies on is full on %2.</source>
        <translation>Die Platte, auf der %1 liegt, ist auf %2 voll.</translation>
    </message>
    <message>
        <source>Make room there (df, du), then try again.</source>
        <translation>Schaffen Sie dort Platz (df, du), und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The file system that %1 lies on is read-only on %2.</source>
        <translation>Das Dateisystem, auf dem %1 liegt, ist auf %2 nur lesbar.</translation>
    </message>
    <message>
        <source>Look at `dmesg` there: a disk that fails makes Linux do that.</source>
        <translation>Sehen Sie dort in `dmesg` nach: Eine Platte, die ausfällt, bringt Linux dazu.</translation>
    </message>
    <message>
        <source>%1 cannot be handled on %2: %3</source>
        <translation>%1 ist auf %2 nicht zu bearbeiten: %3</translation>
    </message>
    <message>
        <source>The answer of %1 about %2 cannot be understood.</source>
        <translation>Die Antwort von %1 zu %2 ist nicht verständlich.</translation>
    </message>
    <message>
        <source>Look whether /bin/sh and sha256sum work there.</source>
        <translation>Sehen Sie nach, ob /bin/sh und sha256sum dort funktionieren.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Put the new %1 beside the old one</source>
        <translation>Die neue %1 neben die alte legen</translation>
    </message>
    <message>
        <source>Exchange %1</source>
        <translation>%1 tauschen</translation>
    </message>
    <message>
        <source>Put the old %1 back</source>
        <translation>Die alte %1 zurücklegen</translation>
    </message>
    <message>
        <source>Remove what was put beside %1</source>
        <translation>Entfernen, was neben %1 gelegt wurde</translation>
    </message>
    <message>
        <source>Remove the old %1</source>
        <translation>Die alte %1 entfernen</translation>
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
        <source>Rename one of them: neither can be migrated to the other's node.</source>
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
        <translation>Auf %1 liegt eine tote Domäne ohne Namen (ID %2).</translation>
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
        <translation>Auf %1 läuft Xen %2, älter als %3 auf %4; Gäste ziehen nur auf dieselbe oder eine neuere Version um.</translation>
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
        <source>Level the features with cpuid= in the guest's configuration.</source>
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
            <numerusform>Der Gast benötigt %1 MiB, und auf %2 sind %3 MiB frei.</numerusform>
            <numerusform>Die %n Gäste benötigen zusammen %1 MiB, und auf %2 sind %3 MiB frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs %2 MiB, and %3 has %4 MiB free.</source>
        <translation>%1 benötigt %2 MiB, und auf %3 sind %4 MiB frei.</translation>
    </message>
    <message>
        <source>Free memory on %1: move or shrink a guest there, or give back some of its Domain-0's. What Domain-0 could give back by itself is not counted.</source>
        <translation>Geben Sie Speicher auf %1 frei: Verschieben oder verkleinern Sie dort einen Gast, oder geben Sie etwas vom Speicher der Domain-0 zurück. Was Domain-0 von selbst zurückgeben könnte, ist nicht mitgezählt.</translation>
    </message>
    <message>
        <source>This leaves almost nothing over; a little more should be free.</source>
        <translation>Das lässt fast nichts übrig; etwas mehr sollte frei sein.</translation>
    </message>
    <message>
        <source>A live migration of %1 takes %2 MiB on %3, which has %4 MiB free.</source>
        <translation>Eine Live-Migration von %1 benötigt %2 MiB auf %3; dort sind %4 MiB frei.</translation>
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
        <translation>xend auf %1 nimmt auf Port %2 keine Migrationen an.</translation>
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
        <source>%1 cannot reach xend's relocation port on %2 (%3).</source>
        <translation>%1 erreicht den Relocation-Port von xend auf %2 (%3) nicht.</translation>
    </message>
    <message>
        <source>%1 cannot reach xend's relocation port on %2 (%3): %4</source>
        <translation>%1 erreicht den Relocation-Port von xend auf %2 (%3) nicht: %4</translation>
    </message>
    <message>
        <source>Open the port, and allow %1 in xend-relocation-hosts-allow of %2.</source>
        <translation>Öffnen Sie den Port, und lassen Sie %1 in xend-relocation-hosts-allow von %2 zu.</translation>
    </message>
    <message>
        <source>The clocks of %1 and %2 are %3 s apart, and guests take their time from the node.</source>
        <translation>Die Uhren von %1 und %2 gehen %3 s auseinander, und Gäste beziehen ihre Zeit vom Knoten.</translation>
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
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
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
        <source>Bring rgmanager's picture in order first (`clustat`).</source>
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
        <translation>Der Datenträger %1 hat %2 Byte auf %3 und %4 Byte auf %5.</translation>
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
    <message>
        <source>%1 is read-only: its profile lets nothing change it.</source>
        <translation>%1 ist auf „nur lesen“ gestellt: Sein Profil lässt nicht zu, dass etwas ihn ändert.</translation>
    </message>
    <message>
        <source>Turn read-only mode off in the profile of %1.</source>
        <translation>Schalten Sie „Nur lesen“ im Profil von %1 aus.</translation>
    </message>
    <message>
        <source>Give %1 the address %2</source>
        <translation>%1 die Adresse %2 geben</translation>
    </message>
    <message>
        <source>%1, the address of %2, is bound on %3.</source>
        <translation>%1, die Adresse von %2, ist auf %3 gebunden.</translation>
    </message>
    <message>
        <source>Give %1 an address of its own.</source>
        <translation>Geben Sie %1 eine eigene Adresse.</translation>
    </message>
    <message>
        <source>%1 is not bound on %2: its cluster does not come online there.</source>
        <translation>%1 ist auf %2 nicht gebunden: Sein Cluster geht dort nicht online.</translation>
    </message>
    <message>
        <source>Bind it there, or give %1 an address that is.</source>
        <translation>Binden Sie sie dort, oder geben Sie %1 eine Adresse, die es ist.</translation>
    </message>
    <message>
        <source>%1 calls itself %2, and so is not the node %3.</source>
        <translation>%1 nennt sich selbst %2 und ist also nicht der Knoten %3.</translation>
    </message>
    <message>
        <source>Name the node as its host calls itself.</source>
        <translation>Nennen Sie den Knoten, wie sein Host sich nennt.</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
    <message>
        <source>None of the connected nodes calls itself %1.</source>
        <translation>Keiner der verbundenen Knoten nennt sich %1.</translation>
    </message>
    <message>
        <source>Add its connection, or remove it from the list if it is gone.</source>
        <translation>Fügen Sie seine Verbindung hinzu, oder entfernen Sie ihn aus der Liste, wenn es ihn nicht mehr gibt.</translation>
    </message>
    <message>
        <source>%1 is loaded as %2 on %3, and the list says %4.</source>
        <translation>%1 ist auf %3 als %2 geladen, und die Liste sagt %4.</translation>
    </message>
    <message>
        <source>Nodes that have it otherwise do not mount together.</source>
        <translation>Knoten, die ihn anders haben, hängen nicht zusammen ein.</translation>
    </message>
    <message>
        <source>Write what is loaded</source>
        <translation>Schreiben, was geladen ist</translation>
    </message>
    <message>
        <source>%1 is not loaded on %2 yet.</source>
        <translation>%1 ist auf %2 noch nicht geladen.</translation>
    </message>
    <message>
        <source>After the roll-out run `o2cb register-cluster %1` there.</source>
        <translation>Führen Sie dort nach der Verteilung `o2cb register-cluster %1` aus.</translation>
    </message>
    <message>
        <source>%1 is loaded on %2, and the list does not have it.</source>
        <translation>%1 ist auf %2 geladen, und die Liste hat ihn nicht.</translation>
    </message>
    <message>
        <source>Once it is offline, `o2cb register-cluster %1` there drops it.</source>
        <translation>Sobald er offline ist, lässt `o2cb register-cluster %1` dort ihn fallen.</translation>
    </message>
    <message>
        <source>%1 calls itself %2, which is %3: it takes part as neither.</source>
        <translation>%1 nennt sich %2, und das sind %3: Er nimmt als keiner davon teil.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Behalten Sie einen davon.</translation>
    </message>
    <message>
        <source>%1 uses the cluster stack %2, which does not read this list.</source>
        <translation>%1 benutzt den Cluster-Stack %2, der diese Liste nicht liest.</translation>
    </message>
    <message>
        <source>Add %1 with %2</source>
        <translation>%1 mit %2 hinzufügen</translation>
    </message>
    <message>
        <source>%1 has OCFS2, and calls itself %2, which is no node of the list.</source>
        <translation>%1 hat OCFS2 und nennt sich %2; das ist kein Knoten der Liste.</translation>
    </message>
    <message>
        <source>Add it, if it is to mount the volumes.</source>
        <translation>Fügen Sie ihn hinzu, wenn er die Volumes einhängen soll.</translation>
    </message>
    <message>
        <source>Set it to true there.</source>
        <translation>Setzen Sie es dort auf true.</translation>
    </message>
    <message>
        <source>In /etc/cluster/cluster.conf and not in this list: %1.</source>
        <translation>In /etc/cluster/cluster.conf und nicht in dieser Liste: %1.</translation>
    </message>
    <message>
        <source>In this list and not in /etc/cluster/cluster.conf: %1.</source>
        <translation>In dieser Liste und nicht in /etc/cluster/cluster.conf: %1.</translation>
    </message>
    <message>
        <source>%1 (%2) on %3</source>
        <comment>a value, its meaning, nodes</comment>
        <translation>%1 (%2) auf %3</translation>
    </message>
    <message>
        <source>Loaded now is %1 with %2: such nodes do not connect, and what one has mounted the other cannot mount.</source>
        <translation>Jetzt geladen ist %1 mit %2: Solche Knoten verbinden sich nicht, und was der eine eingehängt hat, kann der andere nicht einhängen.</translation>
    </message>
    <message>
        <source>Set the same in the files of all nodes, then take the cluster offline and online on those that differ.</source>
        <translation>Setzen Sie in den Dateien aller Knoten dasselbe, und nehmen Sie den Cluster auf denen, die abweichen, offline und wieder online.</translation>
    </message>
    <message>
        <source>The files set %1 to %2: from their next start on such nodes do not connect.</source>
        <translation>Die Dateien setzen %1 auf %2: Ab ihrem nächsten Start verbinden sich solche Knoten nicht.</translation>
    </message>
    <message>
        <source>Set the same on all nodes.</source>
        <translation>Setzen Sie auf allen Knoten dasselbe.</translation>
    </message>
    <message>
        <source>%1 is to become %2 (%3) on %4, and is not loaded there.</source>
        <translation>%1 soll auf %4 %2 (%3) werden und ist dort nicht geladen.</translation>
    </message>
    <message>
        <source>It counts from the cluster's next start there. If it was started since the file was changed, the kernel refused the value: the init script says OK all the same.</source>
        <translation>Es zählt dort ab dem nächsten Start des Clusters. Wurde er seit der Änderung der Datei gestartet, hat der Kernel den Wert abgelehnt: Das Init-Skript meldet trotzdem OK.</translation>
    </message>
    <message>
        <source>What the file of %1 sets %2 to, only a shell can tell.</source>
        <translation>Worauf die Datei von %1 %2 setzt, kann nur eine Shell sagen.</translation>
    </message>
    <message>
        <source>O2CB_KEEPALIVE_DELAY_MS is not below O2CB_IDLE_TIMEOUT_MS on %1: the kernel refuses it without a word.</source>
        <translation>O2CB_KEEPALIVE_DELAY_MS ist auf %1 nicht kleiner als O2CB_IDLE_TIMEOUT_MS: Der Kernel lehnt es wortlos ab.</translation>
    </message>
    <message>
        <source>Set a keepalive of a few seconds.</source>
        <translation>Setzen Sie einen Keepalive von wenigen Sekunden.</translation>
    </message>
    <message>
        <source>Keepalive after</source>
        <translation>Keepalive nach</translation>
    </message>
    <message>
        <source>Reconnect after</source>
        <translation>Neu verbinden nach</translation>
    </message>
    <message>
        <source>A node that has not written to the disk for that long is dead to the others; one that cannot write resets itself. (Value - 1) × 2 s.</source>
        <translation>Ein Knoten, der so lange nicht auf die Platte geschrieben hat, ist für die anderen tot; einer, der nicht schreiben kann, setzt sich zurück. (Wert - 1) × 2 s.</translation>
    </message>
    <message>
        <source>A connection between nodes that is silent for that long is given up, in milliseconds.</source>
        <translation>Eine Verbindung zwischen Knoten, die so lange schweigt, wird aufgegeben, in Millisekunden.</translation>
    </message>
    <message>
        <source>A connection that is silent for that long is tried, in milliseconds; must be below the one above.</source>
        <translation>Eine Verbindung, die so lange schweigt, wird geprüft, in Millisekunden; muss unter dem Wert darüber liegen.</translation>
    </message>
    <message>
        <source>The pause between two attempts to connect, in milliseconds; nodes may differ in it.</source>
        <translation>Die Pause zwischen zwei Verbindungsversuchen, in Millisekunden; Knoten dürfen darin abweichen.</translation>
    </message>
    <message>
        <source>%1 cannot be removed</source>
        <translation>%1 lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>%1 cannot get another name</source>
        <translation>%1 kann keinen anderen Namen bekommen</translation>
    </message>
    <message>
        <source>%1 cannot get another number</source>
        <translation>%1 kann keine andere Nummer bekommen</translation>
    </message>
    <message>
        <source>%1 cannot get another address or port</source>
        <translation>%1 kann keine andere Adresse und keinen anderen Port bekommen</translation>
    </message>
    <message>
        <source>The cluster %1 cannot be renamed</source>
        <translation>Der Cluster %1 lässt sich nicht umbenennen</translation>
    </message>
    <message>
        <source>The cluster %1 cannot be removed</source>
        <translation>Der Cluster %1 lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>The heartbeat of %1 cannot be changed</source>
        <translation>Der Heartbeat von %1 lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>%1: it has %2 mounted.</source>
        <comment>%1 is a clause</comment>
        <translation>%1: Er hat %2 eingehängt.</translation>
    </message>
    <message>
        <source>Move away the guests whose disks are there, unmount %1 on %2, then run `%3` there. That kills what still uses the volumes.</source>
        <translation>Verschieben Sie die Gäste, deren Platten dort liegen, hängen Sie %1 auf %2 aus, und führen Sie dort `%3` aus. Das beendet, was die Volumes noch benutzt.</translation>
    </message>
    <message>
        <source>%1: it has the cluster %2 loaded.</source>
        <comment>%1 is a clause</comment>
        <translation>%1: Er hat den Cluster %2 geladen.</translation>
    </message>
    <message>
        <source>Run `%1` on %2 first.</source>
        <translation>Führen Sie zuerst `%1` auf %2 aus.</translation>
    </message>
    <message>
        <source>It stays registered on %1 until `%2` is run there.</source>
        <translation>Er bleibt auf %1 registriert, bis dort `%2` ausgeführt wird.</translation>
    </message>
    <message>
        <source>It is loaded as it is now on %1: until the new list is loaded there, %2 cannot mount what is mounted there.</source>
        <translation>Auf %1 ist er geladen, wie er jetzt ist: Bis dort die neue Liste geladen ist, kann %2 nicht einhängen, was dort eingehängt ist.</translation>
    </message>
    <message>
        <source>Roll the list out, then run `%1` on %2.</source>
        <translation>Verteilen Sie die Liste, und führen Sie dann `%1` auf %2 aus.</translation>
    </message>
    <message>
        <source>Whether %1 has a volume mounted cannot be seen now: it is not connected.</source>
        <translation>Ob %1 ein Volume eingehängt hat, ist jetzt nicht zu sehen: Er ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Whether %1 has a volume mounted cannot be seen: no node of this cluster calls itself so.</source>
        <translation>Ob %1 ein Volume eingehängt hat, ist nicht zu sehen: Kein Knoten dieses Clusters nennt sich so.</translation>
    </message>
    <message>
        <source>Go on only if it is switched off, or has nothing of OCFS2 mounted.</source>
        <translation>Machen Sie nur weiter, wenn er ausgeschaltet ist oder nichts von OCFS2 eingehängt hat.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a folder, and where</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1: it is in use, by %2.</source>
        <comment>%1 is a clause</comment>
        <translation>%1: Er wird benutzt, von %2.</translation>
    </message>
    <message>
        <source>Move away the guests whose disks are there, unmount, then run `%1` on %2.</source>
        <translation>Verschieben Sie die Gäste, deren Platten dort liegen, hängen Sie aus, und führen Sie dann `%1` auf %2 aus.</translation>
    </message>
    <message>
        <source>%1: it is loaded on %2.</source>
        <comment>%1 is a clause</comment>
        <translation>%1: Er ist auf %2 geladen.</translation>
    </message>
    <message>
        <source>Run `%1` there first.</source>
        <translation>Führen Sie dort zuerst `%1` aus.</translation>
    </message>
    <message>
        <source>Volumes hold the name of their cluster: those of %1 do not mount under another until it is written to them.</source>
        <translation>Volumes tragen den Namen ihres Clusters: Die von %1 lassen sich unter einem anderen nicht einhängen, bis er auf sie geschrieben ist.</translation>
    </message>
    <message>
        <source>When the new name is loaded, and before anything is mounted: `tunefs.ocfs2 --update-cluster-stack DEVICE`, once for each volume.</source>
        <translation>Wenn der neue Name geladen und noch nichts eingehängt ist: `tunefs.ocfs2 --update-cluster-stack DEVICE`, einmal je Volume.</translation>
    </message>
    <message>
        <source>Whether %1 is in use on %2 cannot be seen now.</source>
        <translation>Ob %1 auf %2 benutzt wird, ist jetzt nicht zu sehen.</translation>
    </message>
    <message>
        <source>Go on only if nothing of OCFS2 is mounted there.</source>
        <translation>Machen Sie nur weiter, wenn dort nichts von OCFS2 eingehängt ist.</translation>
    </message>
    <message>
        <source>At boot %2 is to be started on %1, where there is no such cluster then.</source>
        <translation>Beim Booten soll %2 auf %1 gestartet werden, wo es dann keinen solchen Cluster gibt.</translation>
    </message>
    <message>
        <source>Change O2CB_BOOTCLUSTER there as well.</source>
        <translation>Ändern Sie dort auch O2CB_BOOTCLUSTER.</translation>
    </message>
    <message>
        <source>%1: its heartbeat runs on %2, and the kernel ignores another mode until that ends.</source>
        <comment>%1 is a clause</comment>
        <translation>%1: Sein Heartbeat läuft auf %2, und der Kernel übergeht einen anderen Modus, bis der endet.</translation>
    </message>
    <message>
        <source>Unmount the volumes on all nodes, and run `%1` on each.</source>
        <translation>Hängen Sie die Volumes auf allen Knoten aus, und führen Sie auf jedem `%1` aus.</translation>
    </message>
    <message>
        <source>Volumes hold the heartbeat mode of their cluster: those of %1 do not mount with another until it is written to them.</source>
        <translation>Volumes tragen den Heartbeat-Modus ihres Clusters: Die von %1 lassen sich mit einem anderen nicht einhängen, bis er auf sie geschrieben ist.</translation>
    </message>
    <message>
        <source>When the new mode is loaded, and before anything is mounted: `tunefs.ocfs2 --update-cluster-stack DEVICE`, once for each volume.</source>
        <translation>Wenn der neue Modus geladen und noch nichts eingehängt ist: `tunefs.ocfs2 --update-cluster-stack DEVICE`, einmal je Volume.</translation>
    </message>
    <message>
        <source>The region %1 cannot be removed: it is in use on %2, and a kernel lets one go only while more than three are.</source>
        <translation>Die Region %1 lässt sich nicht entfernen: Sie wird auf %2 benutzt, und ein Kernel lässt eine nur los, solange es mehr als drei sind.</translation>
    </message>
    <message>
        <source>Add another region first, and load it with `%1` on all nodes.</source>
        <translation>Fügen Sie erst eine andere Region hinzu, und laden Sie sie mit `%1` auf allen Knoten.</translation>
    </message>
    <message>
        <source>It is in use on %1 until the new list is loaded there.</source>
        <translation>Sie wird auf %1 benutzt, bis dort die neue Liste geladen ist.</translation>
    </message>
    <message>
        <source>%2 is loaded on %1: run `%3` there after the roll-out, before the new node mounts anything.</source>
        <translation>%2 ist auf %1 geladen: Führen Sie dort nach der Verteilung `%3` aus, bevor der neue Knoten etwas einhängt.</translation>
    </message>
    <message>
        <source>Dead after</source>
        <translation>Tot nach</translation>
    </message>
    <message>
        <source>Link lost after</source>
        <translation>Verbindung verloren nach</translation>
    </message>
    <message>
        <source>%1 has OCFS2, and is no node of the list.</source>
        <translation>%1 hat OCFS2 und ist kein Knoten der Liste.</translation>
    </message>
    <message>
        <source>%1 is to be started at boot on %2, and is not in the list: nothing comes online there.</source>
        <translation>%1 soll auf %2 beim Booten starten und ist nicht in der Liste: Dort geht nichts online.</translation>
    </message>
    <message>
        <source>Set O2CB_BOOTCLUSTER there to a cluster of the list.</source>
        <translation>Setzen Sie O2CB_BOOTCLUSTER dort auf einen Cluster der Liste.</translation>
    </message>
    <message>
        <source>o2cb is not started at boot on %1: O2CB_ENABLED is %2.</source>
        <translation>o2cb startet auf %1 nicht beim Booten: O2CB_ENABLED ist %2.</translation>
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
        <source>the guest's failover domain or a dependency forbids the target</source>
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
        <source>the cluster's own event script failed</source>
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
        <translation>clusvcadm endete mit Status %1 und ohne Meldung</translation>
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
        <source>the toolstack's info does not tell the Xen version and memory of the host</source>
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
        <translation>xl list -l hat unlesbares JSON ausgegeben (%1 bei Byte %2)</translation>
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
        <source>The name of guest "%1" begins with a dash, and %2 would read it as an option.</source>
        <translation>Der Name des Gastes „%1“ beginnt mit einem Bindestrich; %2 würde ihn als Option lesen.</translation>
    </message>
    <message>
        <source>Rename the guest with `%1 rename`, giving its domain id.</source>
        <translation>Benennen Sie den Gast mit `%1 rename` um und geben Sie dabei seine Domänen-ID an.</translation>
    </message>
    <message>
        <source>The name of guest "%1" is a number, and %2 would take it for a domain id.</source>
        <translation>Der Name des Gastes „%1“ ist eine Zahl; %2 würde ihn für eine Domänen-ID halten.</translation>
    </message>
    <message>
        <source>The name of guest "%1" holds a blank or a control character, which %2 cannot be trusted with.</source>
        <translation>Der Name des Gastes „%1“ enthält ein Leer- oder Steuerzeichen, mit dem %2 nicht sicher umgeht.</translation>
    </message>
    <message>
        <source>Rename the guest with `%1 rename`.</source>
        <translation>Benennen Sie den Gast mit `%1 rename` um.</translation>
    </message>
    <message>
        <source>xend allows only letters, digits and _ - . : + in names; "%1" has others.</source>
        <translation>xend erlaubt in Namen nur Buchstaben, Ziffern und _ - . : +; „%1“ enthält andere Zeichen.</translation>
    </message>
    <message>
        <source>No address is known under which the target can be reached.</source>
        <translation>Es ist keine Adresse bekannt, unter der das Ziel erreichbar ist.</translation>
    </message>
    <message>
        <source>Set the migration address in the target's profile.</source>
        <translation>Tragen Sie die Migrationsadresse im Profil des Ziels ein.</translation>
    </message>
    <message>
        <source>"%1" is no host name or address that can be passed to %2 safely.</source>
        <translation>„%1“ ist kein Hostname und keine Adresse, die sich sicher an %2 übergeben lässt.</translation>
    </message>
    <message>
        <source>Set the migration address in the target's profile to a name of letters, digits, dots and dashes.</source>
        <translation>Tragen Sie im Profil des Ziels als Migrationsadresse einen Namen aus Buchstaben, Ziffern, Punkten und Bindestrichen ein.</translation>
    </message>
    <message>
        <source>xend migrates over IPv4 only; "%1" is no such address.</source>
        <translation>xend migriert nur über IPv4; „%1“ ist keine solche Adresse.</translation>
    </message>
    <message>
        <source>%1 is no TCP port.</source>
        <translation>%1 ist kein TCP-Port.</translation>
    </message>
    <message>
        <source>"%1" is no name of a cluster member that can be passed to clusvcadm.</source>
        <translation>„%1“ ist kein Name eines Cluster-Mitglieds, der sich an clusvcadm übergeben lässt.</translation>
    </message>
    <message>
        <source>the target shows another SSH host key than the one that root on the source knows</source>
        <translation>das Ziel zeigt einen anderen SSH-Host-Schlüssel als den, den root auf der Quelle kennt</translation>
    </message>
    <message>
        <source>root on the source does not know the target's SSH host key</source>
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
        <translation>%1 lehnt Verbindungen auf Port %2 ab</translation>
    </message>
    <message>
        <source>the source has no route to %1, or nothing answers there</source>
        <translation>die Quelle hat keine Route zu %1, oder dort antwortet nichts</translation>
    </message>
    <message>
        <source>the source cannot connect to %1, port %2: %3</source>
        <translation>die Quelle kann keine Verbindung zu %1, Port %2, aufbauen: %3</translation>
    </message>
    <message>
        <source>there is no xl on the target that root finds over SSH</source>
        <translation>auf dem Ziel gibt es kein xl, das root über SSH findet</translation>
    </message>
    <message>
        <source>the target's shell prints something of its own before xl answers; a login file there does</source>
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
        <source>the source's hypervisor cannot follow the memory of this kind of guest (it has no shadow paging)</source>
        <translation>der Hypervisor der Quelle kann dem Speicher dieser Art von Gast nicht folgen (ihm fehlt Shadow Paging)</translation>
    </message>
    <message>
        <source>this domain cannot be migrated</source>
        <translation>diese Domäne lässt sich nicht migrieren</translation>
    </message>
    <message>
        <source>the guest's memory cannot be read; it is so while a guest is paused</source>
        <translation>der Speicher des Gastes ist nicht lesbar; so ist es, solange ein Gast pausiert</translation>
    </message>
    <message>
        <source>the guest did not answer the request to suspend; a paused or hanging guest does not, nor one without drivers for Xen</source>
        <translation>der Gast hat auf die Aufforderung zum Suspendieren nicht reagiert; das tut weder ein pausierter oder hängender Gast noch einer ohne Treiber für Xen</translation>
    </message>
    <message>
        <source>the target's xl is older than the source's and does not understand it</source>
        <translation>das xl des Ziels ist älter als das der Quelle und versteht es nicht</translation>
    </message>
    <message>
        <source>the target's relocation port cannot be reached (%1); xend-relocation-server is off there, or the port is closed</source>
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
        <source>the guest's configuration forbids its migration (nomigrate)</source>
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
        <translation>xm endete mit Status %1 und ohne Meldung</translation>
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
