<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::Board</name>
    <message numerus="yes">
        <source>Drag %1 to the column where it shall run. Esc cancels.</source>
        <translation>
            <numerusform>Drag %1 to the column where it shall run. Esc cancels.</numerusform>
            <numerusform>Drag %1 to the column where it shall run. Esc cancels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::CardText</name>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1, %2 and %n more</numerusform>
            <numerusform>%1, %2 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ClusterTree</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ColumnText</name>
    <message numerus="yes">
        <source>%1 can run here</source>
        <translation>
            <numerusform>%1 can run here</numerusform>
            <numerusform>%1 can run here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s) from %1; %2 of them changed on both sides since the file was opened.</source>
        <translation>
            <numerusform>%n difference from %1; %2 of them changed on both sides since the file was opened.</numerusform>
            <numerusform>%n differences from %1; %2 of them changed on both sides since the file was opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConfirmDialog</name>
    <message numerus="yes">
        <source>&amp;Migrate the %n that can</source>
        <translation>
            <numerusform>&amp;Migrate the %n that can</numerusform>
            <numerusform>&amp;Migrate the %n that can</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n guest(s) keep running while they move.</source>
        <translation>
            <numerusform>The guest keeps running while it moves.</numerusform>
            <numerusform>The %n guests keep running while they move.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ConnectionModel</name>
    <message numerus="yes">
        <source>Cluster %1, %n node(s)</source>
        <translation>
            <numerusform>Cluster %1, %n node</numerusform>
            <numerusform>Cluster %1, %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) changed, %1 untouched</source>
        <translation>
            <numerusform>%n line changed, %1 untouched</numerusform>
            <numerusform>%n lines changed, %1 untouched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::EditorPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can be reached again, and has missed a roll-out of %2.</source>
        <translation>
            <numerusform>%1 can be reached again, and has missed a roll-out of %2.</numerusform>
            <numerusform>%1 can be reached again, and have missed a roll-out of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed: %n act(s) that were not rolled out.</source>
        <translation>
            <numerusform>Changed: %n act that was not rolled out.</numerusform>
            <numerusform>Changed: %n acts that were not rolled out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HeldFile</name>
    <message numerus="yes">
        <source>Same on all %n node(s)</source>
        <translation>
            <numerusform>Same on the only node</numerusform>
            <numerusform>Same on all %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same on %1 of %n node(s)</source>
        <translation>
            <numerusform>Same on %1 of %n node</numerusform>
            <numerusform>Same on %1 of %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::HostKeyAlarmDialog</name>
    <message numerus="yes">
        <source>%n other key(s) of this host are on file.</source>
        <translation>
            <numerusform>%n other key of this host is on file.</numerusform>
            <numerusform>%n other keys of this host are on file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n migration</numerusform>
            <numerusform>%n migrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s) go on without Colonnade: %1</source>
        <translation>
            <numerusform>%n migration goes on without Colonnade: %1</numerusform>
            <numerusform>%n migrations go on without Colonnade: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::NodeSign</name>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::ProfileDialog</name>
    <message numerus="yes">
        <source>Profiles of %n nodes</source>
        <translation>
            <numerusform>Profile of %n node</numerusform>
            <numerusform>Profiles of %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::QuorumWords</name>
    <message numerus="yes">
        <source>%n nodes may fail</source>
        <translation>
            <numerusform>%n node may fail</numerusform>
            <numerusform>%n nodes may fail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RemoveHostKeysDialog</name>
    <message numerus="yes">
        <source>Remove %n host key(s)?</source>
        <translation>
            <numerusform>Remove %n host key?</numerusform>
            <numerusform>Remove %n host keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n line(s) from %1. The file as it was is %2.</source>
        <translation>
            <numerusform>Removed %n line from %1. The file as it was is %2.</numerusform>
            <numerusform>Removed %n lines from %1. The file as it was is %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOutDialog</name>
    <message numerus="yes">
        <source>Roll out version %1 of %2 to %n node(s)?</source>
        <translation>
            <numerusform>Roll out version %1 of %2 to %n node?</numerusform>
            <numerusform>Roll out version %1 of %2 to %n nodes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll out %1 to %n node(s)?</source>
        <translation>
            <numerusform>Roll out %1 to %n node?</numerusform>
            <numerusform>Roll out %1 to %n nodes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) were found in it; see the problems beside the text.</source>
        <translation>
            <numerusform>%n error was found in it; see the problems beside the text.</numerusform>
            <numerusform>%n errors were found in it; see the problems beside the text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::RollOutPanel</name>
    <message numerus="yes">
        <source>Rolling out to %n node(s)…</source>
        <translation>
            <numerusform>Rolling out to %n node…</numerusform>
            <numerusform>Rolling out to %n nodes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::StoreTroubleDialog</name>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::gui::VirtualMachinesView</name>
    <message numerus="yes">
        <source>Show %n more that this cluster&apos;s version does not know</source>
        <translation>
            <numerusform>Show %n more that this cluster&apos;s version does not know</numerusform>
            <numerusform>Show %n more that this cluster&apos;s version does not know</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::operations</name>
    <message numerus="yes">
        <source>%1 is the same on %n node(s).</source>
        <translation>
            <numerusform>%1 is in place on %n node.</numerusform>
            <numerusform>%1 is the same on %n nodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1 of %2 is on %n node(s).</source>
        <translation>
            <numerusform>Version %1 of %2 is on %n node.</numerusform>
            <numerusform>Version %1 of %2 is on %n nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::remote</name>
    <message numerus="yes">
        <source>%n other lines of the known_hosts files are not usable; the list of known host keys names them.</source>
        <translation>
            <numerusform>%n other line of the known_hosts files is not usable; the list of known host keys names it.</numerusform>
            <numerusform>%n other lines of the known_hosts files are not usable; the list of known host keys names them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more key(s) were not offered, since servers shut out who offers many</source>
        <translation>
            <numerusform>%n more key was not offered, since servers shut out who offers many</numerusform>
            <numerusform>%n more keys were not offered, since servers shut out who offers many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not usable</source>
        <translation>
            <numerusform>%n more line is not usable</numerusform>
            <numerusform>%n more lines are not usable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>colonnade::rules</name>
    <message numerus="yes">
        <source>The %n guests need %1 MiB together, and %2 has %3 MiB free.</source>
        <translation>
            <numerusform>The guest needs %1 MiB, and %2 has %3 MiB free.</numerusform>
            <numerusform>The %n guests need %1 MiB together, and %2 has %3 MiB free.</numerusform>
        </translation>
    </message>
</context>
</TS>
