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
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
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
