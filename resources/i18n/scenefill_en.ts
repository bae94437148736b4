<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SceneFill</name>
    <message numerus="yes">
        <location filename="../../plugin/environment/bundling.py"/>
        <source>%n wheel(s) in the bundle</source>
        <translation>
            <numerusform>%n wheel in the bundle</numerusform>
            <numerusform>%n wheels in the bundle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/installers.py"/>
        <source>Unpacking %n package(s)</source>
        <translation>
            <numerusform>Unpacking %n package</numerusform>
            <numerusform>Unpacking %n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/managed.py"/>
        <source>%n package(s) installed</source>
        <translation>
            <numerusform>%n package installed</numerusform>
            <numerusform>%n packages installed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/remote/estimate.py"/>
        <source>%n job(s) are waiting there already.</source>
        <translation>
            <numerusform>%n job are waiting there already.</numerusform>
            <numerusform>%n jobs are waiting there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/role_check.py"/>
        <source>At most %n band(s) can be used of one layer.</source>
        <translation>
            <numerusform>At most %n band can be used of one layer.</numerusform>
            <numerusform>At most %n bands can be used of one layer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/device_bar.py"/>
        <source>{memory} GB memory, %n core(s)</source>
        <translation>
            <numerusform>{memory} GB memory, %n core</numerusform>
            <numerusform>{memory} GB memory, %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inputs_model.py"/>
        <source>%n other band(s)</source>
        <translation>
            <numerusform>%n other band</numerusform>
            <numerusform>%n other bands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/quantities.py"/>
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/run_panel.py"/>
        <source>{pixels} in %n window(s)</source>
        <translation>
            <numerusform>{pixels} in %n window</numerusform>
            <numerusform>{pixels} in %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/server_texts.py"/>
        <source>%n job(s) are waiting.</source>
        <translation>
            <numerusform>%n job are waiting.</numerusform>
            <numerusform>%n jobs are waiting.</numerusform>
        </translation>
    </message>
</context>
</TS>
