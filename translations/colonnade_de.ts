<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>HostKeyDialog</name>
    <message>
        <source>Unknown host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address, as this workstation reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Colonnade shows it; empty: the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;luster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes of one cluster stand side by side on one board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the agent, then the keys in ~/.ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the SSH &amp;agent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migration address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the node&apos;s own host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the other nodes reach this one when they send it a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSH p&amp;ort there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>&amp;Remember in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>it did not answer within %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::app::DemoLab</name>
    <message>
        <source>The simulated cluster did not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program colonnade-lab must be beside colonnade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colonnade-lab did not tell of any node.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ActivityModel</name>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ActivityPanel</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as shell script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the commands of the selected lines, or of all plans shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the selected activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(after %1 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Board</name>
    <message>
        <source>Guests by node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a node to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each node becomes a column here, each of its guests a card in it. A node needs nothing but SSH: nothing is installed on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its guests are shown as soon as it has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No guest here matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No guests. Drag one here to migrate it to this node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had no guests when it last answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drag %1 to the column where it shall run. Esc cancels.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Already on %1. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to migrate %1 to %2. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragging is locked against accidents. Unlock it in the toolbar, or use the menu of the card.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::CardText</name>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arriving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>load of one CPU</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was when this node last answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load is counted in percent of one CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <comment>number of virtual CPUs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by Xen itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterPage</name>
    <message>
        <source>Guests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterTree</name>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Xen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>quorate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ColumnHeader</name>
    <message>
        <source>Node %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ColumnText</name>
    <message>
        <source>Xen %1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer since %1 · trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not try again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected, being read for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question about this node waits for your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no toolstack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This node has suspended itself: its cluster.conf could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has no quorum here: its services and file systems wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This node is slow to answer; what is shown may have changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 GiB used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 MiB used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, + %1 with these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected, but could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 can run here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Possible. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConfirmDialog</name>
    <message>
        <source>Confirm the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate %1 to %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;runs, and where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;shell script</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Migrate the %n that can</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %n guest(s) keep running while they move.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HostKeyDialog</name>
    <message>
        <source>%1 is connected to for the first time: no known_hosts file has its key. If somebody is between you and the node, this is the only moment to notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this command at the console of the node, and accept the key if both fingerprints are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect &amp;once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the key to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is saved; the next connection asks again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from Colonnade?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its profile on this workstation goes. Nothing is changed on the node, and its guests go on running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) go on without Colonnade: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They run on the nodes. The next start finds them and shows what became of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not begun yet, and not moved then: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all nodes of this cluster now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected guests to another node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter guests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock dragging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guards against moving a guest by accident; menu and keyboard still work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit the profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from Colonnade…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Colonnade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;readings in the activity log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter guests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onnect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragging &amp;locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Colonnade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colonnade %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs small Xen clusters from a workstation.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MessageArea</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MigrateToDialog</name>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to this &amp;node:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes and what they answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what will run, and asks before anything is moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MigrationController</name>
    <message>
        <source>Reading %1 again before anything is moved …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not migrated to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits until the one before has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected, so the migration of %2 was not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 run on %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was being moved when Colonnade ended. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was being moved from %2 to %3 when Colonnade ended. Both nodes are being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided, look at both nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process on this workstation carries this out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProfileDialog</name>
    <message>
        <source>Profile of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. The node says: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::SecretDialog</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 is encrypted. Its passphrase is needed to connect to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the password of %2 (at %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks %2 (at %3) to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last answer was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Sidebar</name>
    <message>
        <source>Find a node or cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters and nodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote</name>
    <message>
        <source>it shows no host key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its host key cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not known and was not accepted: %3 %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with what ssh-keygen -lf prints on the host, then accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key of type %3 (%4), but the keys on file for it are of other types: %5. It may be another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the host got a new key, add it to the file, or remove that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) shows a host key that is marked as revoked in %3: %4 %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not connect. Whoever has this key may not be the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of %1 (%2) has changed: it shows %3 %4, on file is another one in %5. Somebody may be listening in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the host was installed anew, remove that line and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host or user is not usable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it floods the connection and does not speak SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the port in the profile is the one of sshd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SSH handshake failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::AgentLogin</name>
    <message>
        <source>no SSH agent is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SSH agent at %1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::Authenticator</name>
    <message>
        <source>no key of the agent was accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file %1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file %1 does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key %1 was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answers to the server&apos;s questions were wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s questions were not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no password was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authentication broke off: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the agent holds many keys, name one key file in the profile, and turn the agent off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that could be tried was offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) refused the login of %3: %4. It accepts: %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user and the key in the profile, and authorized_keys on the node.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::ConnectionThread</name>
    <message>
        <source>The connection to %1 is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::KeyFile</name>
    <message>
        <source>%1 is not a private key that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no passphrase was given for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase of %1 was wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::Link</name>
    <message>
        <source>%1 prints more than is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended the command without an exit status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) has not answered for %3 s; the connection is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the host is on, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 (%2) was lost: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::ResidentShell</name>
    <message>
        <source>nobody waits for it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prints more than is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shell on %1 ended in the middle of the script</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colonnade::remote::SshConnection::Private</name>
    <message>
        <source>%1 on %2 was canceled; it may go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not end on %2 within %3 s; it may go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not begin: %2 was not connected within %3 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question about its host key or a secret is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Runs small Xen clusters from a workstation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window on a simulated cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --demo: how many nodes to simulate (2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this cluster first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>remote</name>
    <message>
        <source>Check the owner and the mode of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The known host keys in %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key cannot be saved in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host name cannot be looked up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host name in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that sshd runs there and that the port in the profile is its port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the host is on, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host has no address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
