<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>SceneFill</name>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene (simulated)</source>
        <translation>Demoszene (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical with clouds (simulated)</source>
        <translation>Optisch mit Wolken (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>SAR backscatter (simulated)</source>
        <translation>SAR-Rückstreuung (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Clouds and shadows (simulated)</source>
        <translation>Wolken und Schatten (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical without clouds, to compare (simulated)</source>
        <translation>Optisch ohne Wolken, zum Vergleich (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Haze</source>
        <translation>Dunst</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene</source>
        <translation>Demoszene</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <location filename="../../plugin/results/styles.py"/>
        <source>Clear</source>
        <translation>Klar</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/stages.py"/>
        <source>Simulating a scene</source>
        <translation>Szene wird simuliert</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{folder} is not an offline bundle.</source>
        <translation>{folder} ist kein Offline-Bundle.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Choose the folder with the file bundle.json that was made on another computer.</source>
        <translation>Den Ordner mit der Datei bundle.json wählen, der auf einem anderen Computer erstellt wurde.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{name} in the offline bundle is damaged or missing.</source>
        <translation>{name} fehlt im Offline-Bundle oder ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Copy the bundle again, or make it anew.</source>
        <translation>Das Bundle erneut kopieren oder neu erstellen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>The offline bundle is for {theirs}; this computer has {ours}.</source>
        <translation>Das Offline-Bundle ist für {theirs} bestimmt; dieser Computer hat {ours}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Make the bundle on a computer with the same system and the same version of Python.</source>
        <translation>Das Bundle auf einem Computer mit gleichem System und gleicher Python-Version erstellen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/bundling.py"/>
        <source>%n wheel(s) in the bundle</source>
        <translation>
            <numerusform>%n Wheel im Bundle</numerusform>
            <numerusform>%n Wheels im Bundle</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{path} does not answer like Python 3.10 or later.</source>
        <translation>{path} antwortet nicht wie Python ab Version 3.10.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Choose the Python program of an environment, such as bin/python or Scripts\python.exe.</source>
        <translation>Das Python-Programm einer Umgebung wählen, z. B. bin/python oder Scripts\python.exe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Use 64-bit Python 3.10 to 3.14.</source>
        <translation>64-Bit-Python 3.10 bis 3.14 verwenden.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is too old.</source>
        <translation>Python {version} ist zu alt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is newer than the packages that the engine needs.</source>
        <translation>Python {version} ist zu neu für die Pakete, die der Rechenkern braucht.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>This Python is a 32-bit program.</source>
        <translation>Dieses Python ist ein 32-Bit-Programm.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are missing: {names}.</source>
        <translation>Fehlende Pakete: {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install them there, or let SceneFill make an environment.</source>
        <translation>Die Pakete dort installieren oder SceneFill eine Umgebung erstellen lassen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are too old: {names}.</source>
        <translation>Veraltete Pakete: {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Update them there, or let SceneFill make an environment.</source>
        <translation>Die Pakete dort aktualisieren oder SceneFill eine Umgebung erstellen lassen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{name} is installed but does not load: {reason}</source>
        <translation>{name} ist installiert, lässt sich aber nicht laden: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install your system's OpenMP runtime (Debian, Ubuntu: libgomp1).</source>
        <translation>Die OpenMP-Laufzeitbibliothek des Systems installieren (Debian, Ubuntu: libgomp1).</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install Microsoft's Visual C++ Redistributable (x64), then repair the environment.</source>
        <translation>Visual C++ Redistributable (x64) von Microsoft installieren und dann die Umgebung reparieren.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Repair the environment; if it happens again, look whether an antivirus removed files.</source>
        <translation>Die Umgebung reparieren; tritt der Fehler wieder auf, prüfen, ob ein Virenscanner Dateien entfernt hat.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Setting up SceneFill's engine</source>
        <translation>SceneFill-Rechenkern wird eingerichtet</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Removing SceneFill's engine</source>
        <translation>SceneFill-Rechenkern wird entfernt</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Making an offline bundle for SceneFill</source>
        <translation>Offline-Bundle für SceneFill wird erstellt</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Checking a Python for SceneFill</source>
        <translation>Python wird für SceneFill geprüft</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>The engine's environment is being worked on.</source>
        <translation>Die Umgebung des Rechenkerns wird gerade bearbeitet.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Wait, or cancel.</source>
        <translation>Warten oder abbrechen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>{python} cannot make environments: its venv module is missing.</source>
        <translation>{python} kann keine Umgebungen erstellen: Das Modul venv fehlt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install it (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Das Modul (Debian, Ubuntu: python3-venv) oder das Programm uv installieren und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>There is no 64-bit Python {version} on this computer.</source>
        <translation>Auf diesem Computer gibt es kein 64-Bit-Python {version}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install one from python.org or your system's packages, or the program uv, then try again.</source>
        <translation>Python von python.org oder aus den Paketen des Systems oder das Programm uv installieren und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>uv looks for Python {version}</source>
        <translation>uv sucht Python {version}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Make room on the disk of the environment's folder, then continue.</source>
        <translation>Auf dem Datenträger mit dem Ordner der Umgebung Platz schaffen und dann fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder has a path that is too long, or characters that Python cannot handle there.</source>
        <translation>Der Pfad zum Ordner der Umgebung ist zu lang oder enthält Zeichen, mit denen Python dort nicht umgehen kann.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Allow long paths in Windows, or use an existing Python in a short folder such as C:\scenefill.</source>
        <translation>In Windows lange Pfade zulassen oder ein vorhandenes Python in einem Ordner mit kurzem Pfad wie C:\scenefill verwenden.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The Python that was found cannot make environments: a part of it is missing.</source>
        <translation>Das gefundene Python kann keine Umgebungen erstellen: Ein Teil davon fehlt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Install its venv module (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Das Modul venv (Debian, Ubuntu: python3-venv) oder das Programm uv installieren und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package arrived damaged or changed.</source>
        <translation>Ein Paket ist beschädigt oder verändert angekommen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, make the offline bundle or the download anew.</source>
        <translation>Erneut versuchen; tritt der Fehler wieder auf, das Offline-Bundle neu erstellen oder erneut herunterladen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The proxy asks for a user name and a password.</source>
        <translation>Der Proxy verlangt Benutzername und Passwort.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Enter them in Settings ▸ Options ▸ Network, then try again.</source>
        <translation>Beides unter Einstellungen ▸ Optionen ▸ Netzwerk eingeben und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached through the proxy.</source>
        <translation>Der Paketindex ist über den Proxy nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the proxy in Settings ▸ Options ▸ Network; a SOCKS proxy works only with the program uv.</source>
        <translation>Den Proxy unter Einstellungen ▸ Optionen ▸ Netzwerk prüfen; ein SOCKS-Proxy funktioniert nur mit dem Programm uv.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The certificate of the package index is not trusted; often a firewall or antivirus puts in its own.</source>
        <translation>Dem Zertifikat des Paketindex wird nicht vertraut; oft setzt eine Firewall oder ein Virenscanner ein eigenes ein.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Add your organisation's certificate in Settings ▸ Options ▸ Authentication ▸ Manage Certificates.</source>
        <translation>Das Zertifikat der Organisation unter Einstellungen ▸ Optionen ▸ Authentifizierung ▸ Zertifikate verwalten hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A file could not be written: access was denied, often by an antivirus that looks at new files.</source>
        <translation>Eine Datei konnte nicht geschrieben werden: Der Zugriff wurde verweigert, oft durch einen Virenscanner, der neue Dateien prüft.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, except the environment's folder from scanning.</source>
        <translation>Erneut versuchen; tritt der Fehler wieder auf, den Ordner der Umgebung von der Virenprüfung ausnehmen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package has no build for this Python and system.</source>
        <translation>Für dieses Python und System gibt es keinen Build eines Pakets.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14, or a server.</source>
        <translation>64-Bit-Python 3.10 bis 3.14 oder einen Server verwenden.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached.</source>
        <translation>Der Paketindex ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the connection and try again, or install from an offline bundle.</source>
        <translation>Die Verbindung prüfen und erneut versuchen oder aus einem Offline-Bundle installieren.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package was not found, or has no build for this Python and system.</source>
        <translation>Ein Paket wurde nicht gefunden oder hat keinen Build für dieses Python und System.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14 and a complete package index or offline bundle, or a server.</source>
        <translation>64-Bit-Python 3.10 bis 3.14 und einen vollständigen Paketindex oder ein vollständiges Offline-Bundle verwenden oder einen Server.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment could not be made: {reason}</source>
        <translation>Die Umgebung konnte nicht erstellt werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The log panel has the whole output.</source>
        <translation>Die vollständige Ausgabe steht im Protokollfenster.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder {folder} cannot be changed: {reason}</source>
        <translation>Der Ordner {folder} der Umgebung kann nicht geändert werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Close other programs that use it, and check that you may write there.</source>
        <translation>Andere Programme schließen, die ihn verwenden, und die Schreibrechte prüfen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <location filename="../../ui/message_texts.py"/>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/installers.py"/>
        <source>Unpacking %n package(s)</source>
        <translation>
            <numerusform>%n Paket wird entpackt</numerusform>
            <numerusform>%n Pakete werden entpackt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/installers.py"/>
        <source>Downloading {name}</source>
        <translation>{name} wird heruntergeladen</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>SceneFill is set up for a server, not for this computer.</source>
        <translation>SceneFill ist für einen Server eingerichtet, nicht für diesen Computer.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose where the engine is in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Unter Einstellungen ▸ Optionen ▸ SceneFill wählen, wo der Rechenkern liegt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>No Python has been chosen for the engine.</source>
        <translation>Für den Rechenkern ist kein Python gewählt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} does not exist.</source>
        <translation>Das Python {path} des Rechenkerns existiert nicht.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} is not a program.</source>
        <translation>Das Python {path} des Rechenkerns ist kein Programm.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose another one in Settings ▸ Options ▸ SceneFill, or let SceneFill make an environment.</source>
        <translation>Unter Einstellungen ▸ Optionen ▸ SceneFill ein anderes wählen oder SceneFill eine Umgebung erstellen lassen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment has not been made yet.</source>
        <translation>Die Umgebung des Rechenkerns ist noch nicht erstellt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment is not complete.</source>
        <translation>Die Umgebung des Rechenkerns ist unvollständig.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Set up the engine in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Den Rechenkern unter Einstellungen ▸ Optionen ▸ SceneFill einrichten.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment was made for an earlier version of SceneFill.</source>
        <translation>Die Umgebung des Rechenkerns wurde für eine frühere Version von SceneFill erstellt.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Update it in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Unter Einstellungen ▸ Optionen ▸ SceneFill aktualisieren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/managed.py"/>
        <source>%n package(s) installed</source>
        <translation>
            <numerusform>%n Paket installiert</numerusform>
            <numerusform>%n Pakete installiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>SceneFill may not use the network here.</source>
        <translation>SceneFill darf hier das Netzwerk nicht verwenden.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Install from an offline bundle, or unset SCENEFILL_OFFLINE.</source>
        <translation>Aus einem Offline-Bundle installieren oder SCENEFILL_OFFLINE entfernen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>PyTorch for {build}: {reason}</source>
        <translation>PyTorch für {build}: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Another QGIS works on the engine's environment.</source>
        <translation>Ein anderes QGIS bearbeitet gerade die Umgebung des Rechenkerns.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>Warten, bis es fertig ist, oder dort abbrechen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>no lock can be made</source>
        <translation>Sperrdatei kann nicht angelegt werden</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>{needed:.1f} GB are needed on the disk of {folder}, and {free:.1f} GB are free.</source>
        <translation>Auf dem Datenträger von {folder} werden {needed:.1f} GB benötigt; {free:.1f} GB sind frei.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Make room there, then try again.</source>
        <translation>Dort Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} did not answer in {seconds} seconds.</source>
        <translation>{program} hat nach {seconds} Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Try again; if it happens again, start it by hand to see what it waits for.</source>
        <translation>Erneut versuchen; tritt der Fehler wieder auf, das Programm von Hand starten und sehen, worauf es wartet.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Cancelled; what is already there is kept.</source>
        <translation>Abgebrochen; bereits Vorhandenes bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} cannot be started: {reason}</source>
        <translation>{program} kann nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Choose another Python, or check that the file may be executed.</source>
        <translation>Ein anderes Python wählen oder prüfen, ob die Datei ausgeführt werden darf.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the only build for macOS</source>
        <translation>der einzige Build für macOS</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>no NVIDIA device</source>
        <translation>keine NVIDIA-GPU</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu}, driver {driver}</source>
        <translation>{gpu}, Treiber {driver}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the driver {driver} of {gpu} is too old</source>
        <translation>der Treiber {driver} für {gpu} ist zu alt</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu} is too old for PyTorch</source>
        <translation>{gpu} ist zu alt für PyTorch</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Saturated or defective</source>
        <translation>Gesättigt oder defekt</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dark area or cast shadow</source>
        <translation>Dunkle Fläche oder Schlagschatten</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Vegetation</source>
        <translation>Vegetation</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Not vegetated</source>
        <translation>Ohne Vegetation</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Unclassified</source>
        <translation>Nicht klassifiziert</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, medium probability</source>
        <translation>Wolke, mittlere Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, high probability</source>
        <translation>Wolke, hohe Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Thin cirrus</source>
        <translation>Dünner Zirrus</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow or ice</source>
        <translation>Schnee oder Eis</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dilated cloud</source>
        <translation>Erweiterte Wolke</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cirrus</source>
        <translation>Zirrus</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>No layer decides the pixels; they are those of {crs}.</source>
        <translation>Kein Layer bestimmt die Pixel; sie richten sich nach {crs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the layer to fill.</source>
        <translation>Pixel von „{name}“, dem zu füllenden Layer.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}'.</source>
        <translation>Pixel von „{name}“.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the finest input.</source>
        <translation>Pixel von „{name}“, der höchstaufgelösten Eingabe.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the temporal range of the layer.</source>
        <translation>Datum {date}: zeitlicher Bereich des Layers.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The unit was chosen here.</source>
        <translation>Die Einheit wurde hier gewählt.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>A picture as it is shown: its colours are no measurements.</source>
        <translation>Ein Bild, wie es angezeigt wird: Seine Farben sind keine Messwerte.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>8-bit brightness (DN)</source>
        <translation>8-Bit-Helligkeit (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>brightness (DN)</source>
        <translation>Helligkeit (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, scale {scale:g}, offset {offset:g}</source>
        <translation>{unit}, Skalierung {scale:g}, Offset {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, offset {offset:g}</source>
        <translation>{unit}, Offset {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as power</source>
        <translation>Rückstreuung als Leistung</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as amplitude</source>
        <translation>Rückstreuung als Amplitude</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>radiance</source>
        <translation>Strahldichte</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their names.</source>
        <translation>Die Kanäle wurden an ihren Namen erkannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are numbered as those of {sensor}.</source>
        <translation>Die Kanäle sind wie bei {sensor} nummeriert.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Band numbers are taken for those of {sensor}: check this.</source>
        <translation>Die Kanalnummern werden als die von {sensor} gelesen: bitte prüfen.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their wavelengths.</source>
        <translation>Die Kanäle wurden an ihren Wellenlängen erkannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Red, green and blue as the file says.</source>
        <translation>Rot, Grün und Blau gemäß Datei.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The file name says which band it is.</source>
        <translation>Der Dateiname gibt an, welcher Kanal es ist.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The bands have no names; this order is assumed: {order}. Check this.</source>
        <translation>Die Kanäle haben keine Namen; angenommene Reihenfolge: {order}. Bitte prüfen.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands} (quality, classes, opacity or the like).</source>
        <translation>Nicht verwendet: {bands} (Qualität, Klassen, Deckkraft oder Ähnliches).</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands}; the model knows VV and VH.</source>
        <translation>Nicht verwendet: {bands}; das Modell kennt VV und VH.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>What the bands are is not known: choose them.</source>
        <translation>Die Bedeutung der Kanäle ist nicht bekannt: bitte wählen.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}.</source>
        <translation>Datum {date}: Metadaten-Tag {tag}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the name '{name}'.</source>
        <translation>Datum {date}: Name „{name}“.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}, which may be when the file was made.</source>
        <translation>Datum {date}: Metadaten-Tag {tag}; vielleicht nur der Zeitpunkt, zu dem die Datei erstellt wurde.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The date is not known.</source>
        <translation>Das Datum ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <location filename="../../plugin/results/adaptation.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>reflectance</source>
        <translation>Reflektanz</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>does not touch the area</source>
        <translation>berührt das Gebiet nicht</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>picture of a web service: colours, no measurements</source>
        <translation>Bild eines Webdienstes: Farben, keine Messwerte</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>will be copied to a GeoTIFF first</source>
        <translation>wird zuerst in ein GeoTIFF kopiert</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>covers {share} of the area</source>
        <translation>deckt {share} des Gebiets ab</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>{share} nodata</source>
        <translation>{share} Nodata</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>unit assumed: {unit}</source>
        <translation>angenommene Einheit: {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no coordinate reference system: set it in the layer's properties</source>
        <translation>hat kein Koordinatenbezugssystem: in den Layereigenschaften festlegen</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>its bands are not known: choose what they are</source>
        <translation>Kanäle nicht bekannt: ihre Bedeutung wählen</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>holds complex numbers: use detected backscatter</source>
        <translation>enthält komplexe Zahlen: detektierte Rückstreuung verwenden</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>is not georeferenced: georeference it and save it as a GeoTIFF</source>
        <translation>ist nicht georeferenziert: georeferenzieren und als GeoTIFF speichern</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>lies on a rotated grid: warp it first</source>
        <translation>liegt auf einem gedrehten Gitter: zuerst transformieren (Warp)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no band {band}: correct its bands</source>
        <translation>hat keinen Kanal {band}: Kanäle korrigieren</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>other CRS: will be warped</source>
        <translation>anderes KBS: wird umprojiziert</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>pixels of {size:.4g} {unit}: will be resampled</source>
        <translation>Pixel von {size:.4g} {unit}: werden umgerechnet (Resampling)</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>Fill gaps in the current view</source>
        <translation>Lücken in der aktuellen Ansicht füllen</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>cloud synthesise SAR infrared</source>
        <translation>Wolken synthetisieren erzeugen SAR Infrarot</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <location filename="../../plugin/main.py"/>
        <location filename="../../plugin/results/load.py"/>
        <location filename="../../ui/dock.py"/>
        <location filename="../../ui/options_page.py"/>
        <location filename="../../ui/reporting.py"/>
        <source>SceneFill</source>
        <translation>SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/main.py"/>
        <source>Fill gaps and draw missing modalities of satellite images</source>
        <translation>Lücken in Satellitenbildern füllen und fehlende Modalitäten erzeugen</translation>
    </message>
    <message>
        <location filename="../../plugin/main.py"/>
        <source>Fill gaps…</source>
        <translation>Lücken füllen…</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Optical</source>
        <translation>Optisch</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Infrared</source>
        <translation>Infrarot</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>SAR backscatter</source>
        <translation>SAR-Rückstreuung</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Multispectral (red edge)</source>
        <translation>Multispektral (Red Edge)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Panchromatic</source>
        <translation>Panchromatisch</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Thermal infrared</source>
        <translation>Thermisches Infrarot</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Bands: {bands}</source>
        <translation>Kanäle: {bands}</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>reflectance (0–1)</source>
        <translation>Reflektanz (0–1)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>brightness (0–255)</source>
        <translation>Helligkeit (0–255)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>{polarisation} ({band} band)</source>
        <translation>{polarisation} ({band}-Band)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Elevation</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit: {unit}</source>
        <translation>Einheit: {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/algorithm.py"/>
        <source>satellite,remote sensing,Sentinel,Landsat,SAR,infrared,clouds,gaps,synthetic,machine learning</source>
        <translation>Satellit,Fernerkundung,Sentinel,Landsat,SAR,Infrarot,Wolken,Lücken,synthetisch,maschinelles Lernen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Here lie the job, every drawn raster with its provenance and spread, and a STAC Item that says how it was made. The files below are second names of these.</source>
        <translation>Hier liegen der Auftrag, jedes erzeugte Raster mit Herkunft und Streuung sowie ein STAC-Item, das die Entstehung beschreibt. Die weiter unten angegebenen Dateien sind dieselben unter einem zweiten Namen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Where a pixel comes from: 0 observed, 1 drawn beside observed pixels, 2 from other modalities alone.</source>
        <translation>Woher ein Pixel stammt: 0 beobachtet, 1 neben beobachteten Pixeln erzeugt, 2 allein aus anderen Modalitäten.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The standard deviation of every drawn pixel, in the unit of its modality; 0 where observed.</source>
        <translation>Die Standardabweichung jedes erzeugten Pixels in der Einheit seiner Modalität; 0, wo beobachtet.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>{modality}, drawn everywhere</source>
        <translation>{modality}, flächendeckend erzeugt</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>All drawn rasters</source>
        <translation>Alle erzeugten Raster</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>STAC Item of the result</source>
        <translation>STAC-Item des Ergebnisses</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The job: {path}</source>
        <translation>Der Auftrag: {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>unit guessed by the engine</source>
        <translation>Einheit bestimmt der Rechenkern</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <source>Folder of the run</source>
        <translation>Ordner des Laufs</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Job file</source>
        <translation>Auftragsdatei</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features</source>
        <translation>Szenenmerkmale</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers the scene from layers of a place and writes it as features for a classifier</source>
        <translation>Leitet aus Layern eines Ortes die Szene ab und schreibt sie als Merkmale für einen Klassifikator</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers what SceneFill draws from, the scene, and writes it as a raster with a band for each feature, at half the resolution of the finest layer. Layers with gaps, other dates and other modalities go into one set of features: train a classifier or a regression of your own on it.

Features are no measurement, and those of one model cannot be compared with those of another.</source>
        <translation>Leitet ab, woraus SceneFill erzeugt, nämlich die Szene, und schreibt sie als Raster mit einem Kanal je Merkmal, in der halben Auflösung des höchstaufgelösten Layers. Layer mit Lücken, andere Daten und andere Modalitäten gehen in einen gemeinsamen Satz von Merkmalen ein: Damit lassen sich eigene Klassifikatoren oder Regressionen trainieren.

Merkmale sind keine Messung, und die eines Modells sind nicht mit denen eines anderen vergleichbar.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Where to infer the scene, on the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Wo die Szene abgeleitet wird, auf den Pixeln des höchstaufgelösten Layers. Leer: die Ausdehnung des ersten Layers.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Here lie the job and the raster of features. The file below is a second name of it.</source>
        <translation>Hier liegen der Auftrag und das Raster der Merkmale. Die weiter unten angegebene Datei ist dasselbe Raster unter einem zweiten Namen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>A Cloud Optimized GeoTIFF of 32-bit numbers with a band for each feature.</source>
        <translation>Ein Cloud Optimized GeoTIFF aus 32-Bit-Zahlen mit einem Kanal je Merkmal.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features of {layer}</source>
        <translation>Szenenmerkmale von {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Cancelled; no features were written.</source>
        <translation>Abgebrochen; es wurden keine Merkmale geschrieben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Id of a model that ships with SceneFill, or the folder of one.</source>
        <translation>ID eines mit SceneFill gelieferten Modells oder Ordner eines Modells.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Layers of the place</source>
        <translation>Layer des Orts</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/feedback.py"/>
        <source>A draft lies at {path}</source>
        <translation>Ein Entwurf liegt unter {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill gaps</source>
        <translation>Lücken füllen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws the ground under clouds and in other gaps of a satellite image</source>
        <translation>Erzeugt den Boden unter Wolken und in anderen Lücken eines Satellitenbilds</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws what is missing in a satellite image: the ground under clouds, in strips without data, in polygons. Other layers of the same place (an earlier image, radar, elevation) are used where they are given.

The result has the pixels, CRS, data type and scale of the layer. Observed pixels are kept bit for bit. What is drawn is synthetic, not a measurement: look at provenance and spread.

At least one gap source is needed: nodata, clouds, a mask or polygons.</source>
        <translation>Erzeugt, was in einem Satellitenbild fehlt: den Boden unter Wolken, in Streifen ohne Daten, in Polygonen. Andere Layer desselben Orts (ein früheres Bild, Radar, Höhe) werden genutzt, soweit sie angegeben sind.

Das Ergebnis hat Pixel, KBS, Datentyp und Skalierung des Layers. Beobachtete Pixel bleiben Bit für Bit erhalten. Was erzeugt wird, ist synthetisch und keine Messung: Herkunft und Streuung beachten.

Mindestens eine Quelle für Lücken ist nötig: Nodata, Wolken, eine Maske oder Polygone.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Layer to fill</source>
        <translation>Zu füllender Layer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster file with a CRS. Its observed pixels are kept, bit for bit.</source>
        <translation>Eine Rasterdatei mit KBS. Ihre beobachteten Pixel bleiben Bit für Bit erhalten.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Other layers of the place</source>
        <translation>Andere Layer des Orts</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Also draw</source>
        <translation>Zusätzlich erzeugen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Modalities that are drawn everywhere, beside the filled layer.</source>
        <translation>Modalitäten, die neben dem gefüllten Layer flächendeckend erzeugt werden.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Part of the layer to fill, snapped to its pixels. Left empty, all of it.</source>
        <translation>Teil des zu füllenden Layers, an dessen Pixeln ausgerichtet. Leer: der ganze Layer.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Date of the layer</source>
        <translation>Datum des Layers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy. Left empty, guessed.</source>
        <translation>JJJJ-MM-TT, JJJJ-MM oder JJJJ. Leer: automatisch erkannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Filled layer</source>
        <translation>Gefüllter Layer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A Cloud Optimized GeoTIFF with the bands, data type and scale of the layer.</source>
        <translation>Ein Cloud Optimized GeoTIFF mit Kanälen, Datentyp und Skalierung des Layers.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and shadows that were found</source>
        <translation>Gefundene Wolken und Schatten</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill pixels without data</source>
        <translation>Pixel ohne Daten füllen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps are pixels that the layer's nodata value, mask or alpha band marks, and NaN.</source>
        <translation>Lücken sind Pixel, die durch Nodata-Wert, Maske oder Alphakanal des Layers markiert sind, sowie NaN.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill clouds found in the image</source>
        <translation>Im Bild erkannte Wolken füllen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and their shadows are looked for in the image; what was found is written out as a mask.</source>
        <translation>Wolken und ihre Schatten werden im Bild gesucht; die Funde werden als Maske ausgegeben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask or class layer</source>
        <translation>Masken- oder Klassenlayer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster of classes or quality bits, such as SCL, QA_PIXEL or a cloud mask.</source>
        <translation>Ein Raster mit Klassen oder Qualitätsbits, z. B. SCL, QA_PIXEL oder eine Wolkenmaske.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Band of the mask</source>
        <translation>Kanal der Maske</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Left empty, the first band.</source>
        <translation>Leer: der erste Kanal.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values that are gaps</source>
        <translation>Maskenwerte, die Lücken sind</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Whole numbers and ranges, such as 3, 8-10. Left empty: clouds and shadows of an SCL or QA_PIXEL layer.</source>
        <translation>Ganze Zahlen und Bereiche, z. B. 3, 8-10. Leer: Wolken und Schatten eines SCL- oder QA_PIXEL-Layers.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask bits that are gaps</source>
        <translation>Maskenbits, die Lücken sind</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bit positions from 0, the lowest, such as 3, 4: a pixel is a gap where any of them is set.</source>
        <translation>Bitpositionen ab 0 (niederwertigstes Bit), z. B. 3, 4: Ein Pixel ist eine Lücke, wenn eines davon gesetzt ist.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Polygons to fill</source>
        <translation>Zu füllende Polygone</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Everything inside these polygons is drawn.</source>
        <translation>Alles innerhalb dieser Polygone wird erzeugt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widen gaps by (pixels)</source>
        <translation>Lücken erweitern um (Pixel)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widens clouds, mask and polygons by so many pixels of the layer: haze and soft shadows at their edges. Left empty, clouds found in the image by {pixels}, mask and polygons not at all.</source>
        <translation>Erweitert Wolken, Maske und Polygone um so viele Pixel des Layers: für Dunst und weiche Schatten an den Rändern. Leer: im Bild erkannte Wolken um {pixels}, Maske und Polygone gar nicht.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{date}' is no date.</source>
        <translation>„{date}“ ist kein Datum.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give yyyy-mm-dd, yyyy-mm or yyyy.</source>
        <translation>JJJJ-MM-TT, JJJJ-MM oder JJJJ angeben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values and mask bits are both given.</source>
        <translation>Es sind sowohl Maskenwerte als auch Maskenbits angegeben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give one of them.</source>
        <translation>Nur eines von beiden angeben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says what is to be filled.</source>
        <translation>Es ist nicht angegeben, was gefüllt werden soll.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Choose pixels without data, clouds, a mask or polygons.</source>
        <translation>Pixel ohne Daten, Wolken, eine Maske oder Polygone wählen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps filled in {layer}</source>
        <translation>Gefüllte Lücken in {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>The mask '{name}' is not a file that the engine can open.</source>
        <translation>Die Maske „{name}“ ist keine Datei, die der Rechenkern öffnen kann.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Save it as a GeoTIFF and choose that.</source>
        <translation>Als GeoTIFF speichern und dieses wählen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says which values of the mask '{name}' are gaps.</source>
        <translation>Es ist nicht angegeben, welche Werte der Maske „{name}“ Lücken sind.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give mask values, such as 1, 2.</source>
        <translation>Maskenwerte angeben, z. B. 1, 2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Cloud probability from</source>
        <translation>Wolkenwahrscheinlichkeit ab</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>From which probability, 0 to 1, a pixel is a cloud. Left empty, the detector's own threshold.</source>
        <translation>Ab welcher Wahrscheinlichkeit (0 bis 1) ein Pixel als Wolke gilt. Leer: Schwellwert der Wolkenerkennung.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bands of the layer</source>
        <translation>Kanäle des Layers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Such as red=4, green=3, blue=2, nir=8. Left empty, guessed. Bands of other names are carried along.</source>
        <translation>Z. B. red=4, green=3, blue=2, nir=8. Leer: automatisch erkannt. Kanäle mit anderen Namen werden mitgeführt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Unit of the layer</source>
        <translation>Einheit des Layers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>What the numbers are once scale and offset are applied. Left empty, guessed.</source>
        <translation>Was die Zahlen nach Anwendung von Skalierung und Offset bedeuten. Leer: automatisch erkannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Scale of the layer</source>
        <translation>Skalierung des Layers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Value in the unit = number × scale + offset. Left empty, guessed.</source>
        <translation>Wert in der Einheit = Zahl × Skalierung + Offset. Leer: automatisch erkannt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Offset of the layer</source>
        <translation>Offset des Layers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{text}' does not name a band of its own.</source>
        <translation>„{text}“ benennt keinen eigenen Kanal.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give band names and numbers, such as red=4, green=3, blue=2.</source>
        <translation>Kanalnamen und -nummern angeben, z. B. red=4, green=3, blue=2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Find clouds</source>
        <translation>Wolken finden</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in a satellite image and writes them as a mask to edit</source>
        <translation>Findet Wolken und ihre Schatten in einem Satellitenbild und schreibt sie als Maske, die sich bearbeiten lässt</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in the image itself and writes a mask on its pixels: 1 is cloud or shadow, 0 is clear, 255 is no data. Nothing is drawn.

Look at the mask, correct it (with a raster editor such as Serval, or as polygons), and give it to 'Fill gaps' as the mask, with 1 as the value that is a gap.</source>
        <translation>Findet Wolken und ihre Schatten im Bild selbst und schreibt eine Maske auf dessen Pixeln: 1 ist Wolke oder Schatten, 0 ist klar, 255 ist ohne Daten. Es wird nichts erzeugt.

Die Maske ansehen, berichtigen (mit einem Rastereditor wie Serval oder als Polygone) und „Lücken füllen“ als Maske geben, mit 1 als dem Wert, der eine Lücke ist.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Layer with clouds</source>
        <translation>Layer mit Wolken</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A raster file with a CRS and with red, green and blue bands; more bands find clouds better.</source>
        <translation>Eine Rasterdatei mit KBS und mit den Kanälen Rot, Grün und Blau; mit mehr Kanälen werden Wolken besser gefunden.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widen clouds by (pixels)</source>
        <translation>Wolken erweitern um (Pixel)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widens what was found by so many pixels of the layer: haze and soft shadows at the edges.</source>
        <translation>Erweitert das Gefundene um so viele Pixel des Layers: für Dunst und weiche Schatten an den Rändern.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A GeoTIFF of 8-bit numbers on the pixels of the layer: 1 cloud or shadow, 0 clear, 255 no data.</source>
        <translation>Ein GeoTIFF aus 8-Bit-Zahlen auf den Pixeln des Layers: 1 Wolke oder Schatten, 0 klar, 255 ohne Daten.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Cancelled; no mask was written.</source>
        <translation>Abgebrochen; es wurde keine Maske geschrieben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds in {layer}</source>
        <translation>Wolken in {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds cannot be found in '{layer}' without these bands: {bands}.</source>
        <translation>In „{layer}“ lassen sich ohne diese Kanäle keine Wolken finden: {bands}.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Say which they are, such as red=4, green=3, blue=2, or choose another layer.</source>
        <translation>Angeben, welche es sind, z. B. red=4, green=3, blue=2, oder einen anderen Layer wählen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Clouds and shadows</source>
        <translation>Wolken und Schatten</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Imagine a scene</source>
        <translation>Szene erfinden</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws several modalities of a place that does not exist</source>
        <translation>Erzeugt mehrere Modalitäten eines Orts, den es nicht gibt</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws a place that does not exist, in all the chosen modalities at once, without any input. The extent says where on the map it lies, and no more. Another seed gives another scene.

What is drawn is synthetic, not a measurement.</source>
        <translation>Erzeugt einen Ort, den es nicht gibt, in allen gewählten Modalitäten zugleich und ohne jede Eingabe. Die Ausdehnung gibt nur an, wo auf der Karte er liegt. Ein anderer Seed ergibt eine andere Szene.

Was erzeugt wird, ist synthetisch und keine Messung.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Where on the map the scene lies.</source>
        <translation>Wo auf der Karte die Szene liegt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>CRS of the result</source>
        <translation>KBS des Ergebnisses</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Left empty, that of the extent, or the UTM zone of an extent in degrees.</source>
        <translation>Leer: das KBS der Ausdehnung oder, bei einer Ausdehnung in Grad, ihre UTM-Zone.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Metres on the ground; the demo model was trained on 10 to 30.</source>
        <translation>Meter am Boden; das Demomodell wurde mit 10 bis 30 trainiert.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent is empty.</source>
        <translation>Die Ausdehnung ist leer.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Choose where the scene lies.</source>
        <translation>Wählen, wo die Szene liegt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent has no CRS.</source>
        <translation>Die Ausdehnung hat kein KBS.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Add it, such as 0,1,0,1 [EPSG:32632].</source>
        <translation>Das KBS ergänzen, z. B. 0,1,0,1 [EPSG:32632].</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>An imagined scene</source>
        <translation>Eine erfundene Szene</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixel size (metres)</source>
        <translation>Pixelgröße (Meter)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities to draw</source>
        <translation>Zu erzeugende Modalitäten</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn jointly, so that they agree.</source>
        <translation>Gemeinsam erzeugt, damit sie zueinander passen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn modality</source>
        <translation>Erzeugte Modalität</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run.</source>
        <translation>Ein Cloud Optimized GeoTIFF der ersten Modalität; die übrigen liegen im Ordner des Laufs.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Rasters of the same place: other dates, radar, elevation. Modality, bands, unit and date of each are guessed from its metadata, band names, file name and values; the log says what was guessed.</source>
        <translation>Raster desselben Orts: andere Zeitpunkte, Radar, Höhe. Modalität, Kanäle, Einheit und Datum werden jeweils aus Metadaten, Kanalnamen, Dateiname und Werten erkannt; das Protokoll nennt, was erkannt wurde.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Roles of the layers (JSON)</source>
        <translation>Rollen der Layer (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Overrules the guesses: a JSON list of objects as under "inputs" of a job file. "path" is the path, file name or name of one of the layers; "bands", "unit", "scale", "offset", "date" and "gaps" that are given replace what was guessed. Two objects of one layer use it twice.</source>
        <translation>Hat Vorrang vor der automatischen Erkennung: eine JSON-Liste von Objekten wie unter "inputs" in einer Auftragsdatei. "path" ist Pfad, Dateiname oder Name eines der Layer; angegebene "bands", "unit", "scale", "offset", "date" und "gaps" ersetzen das Erkannte. Zwei Objekte für einen Layer verwenden ihn zweimal.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: the direct estimate, in seconds. Standard: samples of 4 steps. Best: samples of 8 steps, which takes twice as long.</source>
        <translation>Entwurf: die direkte Schätzung, in Sekunden. Standard: Samples mit 4 Schritten. Beste: Samples mit 8 Schritten, doppelt so lange.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>The same seed gives the same result, byte for byte, on the same machine.</source>
        <translation>Derselbe Seed ergibt auf demselben Rechner Byte für Byte dasselbe Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many scenes are drawn, 1 to 64, each as files of its own.</source>
        <translation>Wie viele Szenen erzeugt werden, 1 bis 64, jede mit eigenen Dateien.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Denoising steps</source>
        <translation>Entrauschungsschritte</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of each sample, 1 to 100. Left empty, the quality decides.</source>
        <translation>Schritte je Sample, 1 bis 100. Leer: durch die Qualität bestimmt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Continue an interrupted run</source>
        <translation>Unterbrochenen Lauf fortsetzen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Goes on with the job in the folder of the run, if there is one; the other parameters are not looked at.</source>
        <translation>Setzt den Auftrag im Ordner des Laufs fort, falls dort einer liegt; die übrigen Parameter bleiben unbeachtet.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: no sampling</source>
        <translation>Entwurf: kein Sampling</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Estimate: mean of the samples</source>
        <translation>Schätzung: Mittel der Samples</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Realisations: a file for each sample</source>
        <translation>Realisierungen: eine Datei je Sample</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>What is made of the samples. Left empty, the quality decides.</source>
        <translation>Was aus den Samples wird. Leer: durch die Qualität bestimmt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many samples are drawn, 1 to 64. Left empty, the quality decides.</source>
        <translation>Wie viele Samples erzeugt werden, 1 bis 64. Leer: durch die Qualität bestimmt.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Learning steps</source>
        <translation>Lernschritte</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of training on the observed pixels of the layer, before it is filled; what was learnt is kept only if blocks that were held out get better. 200 take about a minute, 0 is none. Left empty, the quality decides: 0 for Draft, 200 for Standard, 400 for Best.</source>
        <translation>Trainingsschritte auf den beobachteten Pixeln des Layers, bevor er gefüllt wird; Gelerntes wird nur behalten, wenn zurückgehaltene Blöcke besser werden. 200 dauern etwa eine Minute, 0 heißt keine. Leer: durch die Qualität bestimmt, 0 bei Entwurf, 200 bei Standard, 400 bei Beste.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/area_panel.py"/>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Plan a job</source>
        <translation>Auftrag planen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Says what a job would do: pixels, windows, time, memory and disk</source>
        <translation>Zeigt, welchen Aufwand ein Auftrag bedeutet: Pixel, Fenster, Zeit, Arbeitsspeicher und Speicherplatz</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Opens the inputs of a job file and says what the job would do on this computer: coverage of the inputs, units, pixels and windows to draw, time, memory and disk. Nothing is drawn.

Job files are written by the other algorithms into the folder of the run, and by the SceneFill panel.</source>
        <translation>Öffnet die Eingaben einer Auftragsdatei und zeigt, welchen Aufwand der Auftrag auf diesem Computer bedeutet: Abdeckung der Eingaben, Einheiten, zu erzeugende Pixel und Fenster, Zeit, Arbeitsspeicher und Speicherplatz. Erzeugt wird nichts.

Auftragsdateien schreiben die anderen Algorithmen in den Ordner des Laufs und das SceneFill-Bedienfeld.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Jobs (*.json)</source>
        <translation>Aufträge (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>A job as JSON. Relative paths in it count from its folder.</source>
        <translation>Ein Auftrag als JSON. Relative Pfade darin gelten ab seinem Ordner.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan as a page.</source>
        <translation>Der Plan als HTML-Seite.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report (JSON)</source>
        <translation>Bericht (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan for programs.</source>
        <translation>Der Plan in maschinenlesbarer Form.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Share of the pixels that are drawn (0 to 1)</source>
        <translation>Anteil der zu erzeugenden Pixel (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows in which something is drawn</source>
        <translation>Fenster, in denen etwas erzeugt wird</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Time (seconds)</source>
        <translation>Zeit (Sekunden)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Memory (bytes)</source>
        <translation>Arbeitsspeicher (Bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Size of the results (bytes)</source>
        <translation>Größe der Ergebnisse (Bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Disk needed while it runs (bytes)</source>
        <translation>Speicherplatz während des Laufs (Bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>{modality} covers {share} %</source>
        <translation>{modality} deckt {share} % ab</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons have no CRS.</source>
        <translation>Die Polygone haben kein KBS.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Set the CRS of their layer.</source>
        <translation>Das KBS ihres Layers festlegen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons could not be written: {problem}</source>
        <translation>Die Polygone konnten nicht geschrieben werden: {problem}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose another folder of the run, or check the disk.</source>
        <translation>Einen anderen Ordner für den Lauf wählen oder den Datenträger prüfen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>There are no polygons.</source>
        <translation>Es gibt keine Polygone.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose or select at least one.</source>
        <translation>Mindestens eines wählen.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/provider.py"/>
        <source>SceneFill: gaps and missing modalities of satellite images</source>
        <translation>SceneFill: Lücken und fehlende Modalitäten in Satellitenbildern</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Simulate a demo scene</source>
        <translation>Demoszene simulieren</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws an invented place as Sentinel-like layers, with clouds and the truth under them</source>
        <translation>Erzeugt einen erfundenen Ort als Sentinel-ähnliche Layer, mit Wolken und dem wahren Bild darunter</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws a place that does not exist from a seed: relief, rivers, fields, settlements, the way Sentinel-2 and Sentinel-1 would see them, with clouds and their shadows, and the truth under them. A job file that fills the clouds lies beside the layers.

The same seed gives the same scene.</source>
        <translation>Erzeugt aus einem Seed einen Ort, den es nicht gibt: Relief, Flüsse, Felder, Siedlungen, so wie Sentinel-2 und Sentinel-1 sie sehen würden, mit Wolken und deren Schatten sowie dem wahren Bild darunter. Neben den Layern liegt eine Auftragsdatei, die die Wolken füllt.

Derselbe Seed ergibt dieselbe Szene.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>The same seed, the same place.</source>
        <translation>Derselbe Seed, derselbe Ort.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Size (pixels)</source>
        <translation>Größe (Pixel)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixels along each side, 64 to 4096; another size is another place.</source>
        <translation>Pixel je Seite, 64 bis 4096; eine andere Größe ist ein anderer Ort.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>1 to 120 metres.</source>
        <translation>1 bis 120 Meter.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloud cover</source>
        <translation>Wolkenbedeckung</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the scene under cloud, 0 to 1.</source>
        <translation>Anteil der Szene unter Wolken, 0 bis 1.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Season</source>
        <translation>Jahreszeit</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the year that is over: 0 is 1 January, 0.5 the beginning of July.</source>
        <translation>Verstrichener Anteil des Jahres: 0 ist der 1. Januar, 0.5 Anfang Juli.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Folder of the scene</source>
        <translation>Ordner der Szene</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>All rasters of the scene and a job that fills its clouds are written here.</source>
        <translation>Alle Raster der Szene und ein Auftrag, der ihre Wolken füllt, werden hierhin geschrieben.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>A GeoTIFF; the same raster lies in the folder of the scene.</source>
        <translation>Ein GeoTIFF; dasselbe Raster liegt im Ordner der Szene.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Area that the radar did not see</source>
        <translation>Vom Radar nicht erfasstes Gebiet</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Job file that fills the clouds</source>
        <translation>Auftragsdatei, die die Wolken füllt</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Date of the scene</source>
        <translation>Datum der Szene</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>{layer} (simulated)</source>
        <translation>{layer} (simuliert)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy colour image</source>
        <translation>Farbbild mit Wolken</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy image, 13 bands</source>
        <translation>Bild mit Wolken, 13 Kanäle</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Image without clouds, 13 bands</source>
        <translation>Bild ohne Wolken, 13 Kanäle</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Surface temperature</source>
        <translation>Oberflächentemperatur</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Panchromatic image</source>
        <translation>Panchromatisches Bild</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Land cover</source>
        <translation>Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Synthesise modalities</source>
        <translation>Modalitäten synthetisieren</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws infrared, SAR or other modalities from layers of the same place</source>
        <translation>Erzeugt Infrarot, SAR oder andere Modalitäten aus Layern desselben Orts</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws modalities where none were taken: infrared from a colour image, SAR from optical, optical from SAR. The result lies on the pixels of the finest layer.

What is drawn is synthetic, not a measurement: look at the spread.</source>
        <translation>Erzeugt Modalitäten, die nicht aufgenommen wurden: Infrarot aus einem Farbbild, SAR aus optischen Daten, optische Daten aus SAR. Das Ergebnis liegt auf den Pixeln des höchstaufgelösten Layers.

Was erzeugt wird, ist synthetisch und keine Messung: die Streuung beachten.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Where to draw, snapped to the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Wo erzeugt wird, an den Pixeln des höchstaufgelösten Layers ausgerichtet. Leer: die Ausdehnung des ersten Layers.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities drawn from {layer}</source>
        <translation>Aus {layer} erzeugte Modalitäten</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/remote/estimate.py"/>
        <source>%n job(s) are waiting there already.</source>
        <translation>
            <numerusform>Dort wartet bereits %n Auftrag.</numerusform>
            <numerusform>Dort warten bereits %n Aufträge.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/remote/estimate.py"/>
        <source>The server does not know yet how fast it is.</source>
        <translation>Der Server weiß noch nicht, wie schnell er ist.</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <source>Cancelling “{title}” on the server</source>
        <translation>„{title}“ wird auf dem Server abgebrochen</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <source>{server}: {processor}</source>
        <translation>{server}: {processor}</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <location filename="../../plugin/runner/remote.py"/>
        <source>Server {name}</source>
        <translation>Server {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/reopening.py"/>
        <source>Opening “{title}”</source>
        <translation>„{title}“ wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene.</source>
        <translation>Aus der Szene gelernt.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Nothing was learnt from the scene.</source>
        <translation>Aus der Szene wurde nichts gelernt.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene: error on held-out blocks {before} → {after}.</source>
        <translation>Aus der Szene gelernt: Fehler auf zurückgehaltenen Blöcken {before} → {after}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>What was learnt from the scene was not kept: no better on held-out blocks ({before} → {after}).</source>
        <translation>Das aus der Szene Gelernte wurde nicht behalten: auf zurückgehaltenen Blöcken nicht besser ({before} → {after}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{title} (synthetic)</source>
        <translation>{title} (synthetisch)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found</source>
        <translation>Gefundene Wolken</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Realisations (synthetic)</source>
        <translation>Realisierungen (synthetisch)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found in {layer}</source>
        <translation>Gefundene Wolken in {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance of bands carried along: {product}</source>
        <translation>Herkunft der mitgeführten Kanäle: {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance: {product}</source>
        <translation>Herkunft: {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread: {product} (standard deviation of {band}, {unit})</source>
        <translation>Streuung: {product} (Standardabweichung von {band}, {unit})</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, realisation {number} (synthetic)</source>
        <translation>{product}, Realisierung {number} (synthetisch)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, gaps filled (synthetic)</source>
        <translation>{product}, Lücken gefüllt (synthetisch)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, drawn (synthetic)</source>
        <translation>{product}, erzeugt (synthetisch)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model weights: {licence}</source>
        <translation>Modellgewichte: {licence}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Do not use drawn pixels as evidence of what was on the ground; look at the provenance and the spread beside them.</source>
        <translation>Erzeugte Pixel nicht als Beleg dafür verwenden, was am Boden war; Herkunft und Streuung daneben beachten.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Synthetic, not a measurement.</source>
        <translation>Synthetisch, keine Messung.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: gaps filled by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}: Lücken von SceneFill gefüllt; beobachtete Pixel sind unverändert.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: drawn by SceneFill.</source>
        <translation>{modality}: von SceneFill erzeugt.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}: eine von SceneFill erzeugte Realisierung; beobachtete Pixel sind unverändert.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill.</source>
        <translation>{modality}: eine von SceneFill erzeugte Realisierung.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: for every pixel, whether it was observed or what it was drawn from.</source>
        <translation>{modality}: für jedes Pixel, ob es beobachtet oder woraus es erzeugt wurde.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: estimated standard deviation of what was drawn, in the unit of each band; 0 where observed.</source>
        <translation>{modality}: geschätzte Standardabweichung des Erzeugten in der Einheit des jeweiligen Kanals; 0, wo beobachtet.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: where clouds and other gaps were found.</source>
        <translation>{modality}: wo Wolken und andere Lücken gefunden wurden.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Inputs: {inputs}.</source>
        <translation>Eingaben: {inputs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Drawn without inputs.</source>
        <translation>Ohne Eingaben erzeugt.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model {model} {version}; mode {mode}, {steps} steps, {samples} samples, seed {seed}.</source>
        <translation>Modell {model} {version}; Modus {mode}, {steps} Schritte, {samples} Samples, Seed {seed}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{time}: drawn by SceneFill {version} with model {model} (weights SHA-256 {digest}).</source>
        <translation>{time}: von SceneFill {version} mit Modell {model} erzeugt (Gewichte SHA-256 {digest}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Input {name}: SHA-256 {digest}.</source>
        <translation>Eingabe {name}: SHA-256 {digest}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Software: {versions}.</source>
        <translation>Software: {versions}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Full record (STAC Item)</source>
        <translation>Vollständige Angaben (STAC-Item)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/place.py"/>
        <source>Draft (preview, synthetic): {product}</source>
        <translation>Entwurf (Vorschau, synthetisch): {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn, with its own neighbours in sight</source>
        <translation>Erzeugt, mit beobachteten Pixeln in der Nähe</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn from other modalities only</source>
        <translation>Nur aus anderen Modalitäten erzeugt</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Carried along by regression</source>
        <translation>Durch Regression mitgeführt</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <location filename="../../plugin/results/translation.py"/>
        <source>{target} was told pixel by pixel from {shown}, as {places} other places taught.</source>
        <translation>{target} wurde Pixel für Pixel aus {shown} abgeleitet, wie es {places} andere Orte gelehrt haben.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Two bands are called '{name}': choose another name for one, or do not use it.</source>
        <translation>Zwei Kanäle heißen „{name}“: einen anders benennen oder nicht verwenden.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Say of at least one band what it is: a layer without a known band tells nothing.</source>
        <translation>Für mindestens einen Kanal angeben, was er ist: Ein Layer ohne bekannten Kanal liefert keine Information.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/role_check.py"/>
        <source>At most %n band(s) can be used of one layer.</source>
        <translation>
            <numerusform>Von einem Layer kann höchstens %n Kanal verwendet werden.</numerusform>
            <numerusform>Von einem Layer können höchstens %n Kanäle verwendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>'{date}' is no date: give year-month-day, year-month or a year, such as 2020-08-23.</source>
        <translation>„{date}“ ist kein Datum: Jahr-Monat-Tag, Jahr-Monat oder ein Jahr angeben, z. B. 2020-08-23.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>A scale of 0 makes all pixels equal: give another one, or leave it empty.</source>
        <translation>Mit der Skalierung 0 werden alle Pixel gleich: eine andere angeben oder leer lassen.</translation>
    </message>
    <message>
        <location filename="../../plugin/runner/local.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Removing old temporary files</source>
        <translation>Alte temporäre Dateien werden entfernt</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill run</source>
        <translation>SceneFill-Lauf</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill: {title}</source>
        <translation>SceneFill: {title}</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>The project was closed meanwhile: the results of “{title}” are in the list of past runs.</source>
        <translation>Das Projekt wurde inzwischen geschlossen: Die Ergebnisse von „{title}“ stehen in der Liste der vorherigen Läufe.</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Estimating</source>
        <translation>Aufwand wird geschätzt</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>“{title}” is done on the server: fetch its results in the list of past runs.</source>
        <translation>„{title}“ ist auf dem Server fertig: Die Ergebnisse in der Liste der vorherigen Läufe abholen.</translation>
    </message>
    <message>
        <location filename="../../plugin/session.py"/>
        <source>Looking at the engine</source>
        <translation>Rechenkern wird abgefragt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Starting the engine</source>
        <translation>Rechenkern wird gestartet</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching layers</source>
        <translation>Layer werden abgerufen</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Sending the layers</source>
        <translation>Layer werden gesendet</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Waiting for the server</source>
        <translation>Warten auf den Server</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching the results</source>
        <translation>Ergebnisse werden abgeholt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Reading the inputs</source>
        <translation>Eingaben werden gelesen</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing the draft</source>
        <translation>Entwurf wird erzeugt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Learning from the scene</source>
        <translation>Lernen aus der Szene</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing</source>
        <translation>Pixel werden erzeugt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Putting the windows together</source>
        <translation>Fenster werden zusammengesetzt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Writing the results</source>
        <translation>Ergebnisse werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking for clouds</source>
        <translation>Wolken werden gesucht</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking at this computer</source>
        <translation>Dieser Computer wird untersucht</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Making the environment</source>
        <translation>Umgebung wird erstellt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Installing packages</source>
        <translation>Pakete werden installiert</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Downloading packages</source>
        <translation>Pakete werden heruntergeladen</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Next in the server's queue</source>
        <translation>Als Nächstes in der Warteschlange des Servers</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Number {position} in the server's queue</source>
        <translation>Nummer {position} in der Warteschlange des Servers</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <location filename="../../ui/environment_panel.py"/>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Ganzer Layer</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>{width} × {height} pixels of {size} {unit} ({pixels})</source>
        <translation>{width} × {height} Pixel mit {size} {unit} ({pixels})</translation>
    </message>
    <message>
        <location filename="../../ui/band_combo.py"/>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy versions, device, this error and the last messages, without names, passwords and tokens</source>
        <translation>Versionen, Gerät, diesen Fehler und die letzten Meldungen kopieren, ohne Namen, Passwörter und Token</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Start the engine and look again at what it runs on</source>
        <translation>Den Rechenkern starten und erneut prüfen, worauf er läuft</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Threads, server and the engine's environment</source>
        <translation>Threads, Server und Umgebung des Rechenkerns</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Set up engine…</source>
        <translation>Rechenkern einrichten…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Make or choose the Python environment that the engine runs in</source>
        <translation>Die Python-Umgebung erstellen oder wählen, in der der Rechenkern läuft</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Looking for the engine…</source>
        <translation>Rechenkern wird gesucht…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/device_bar.py"/>
        <source>{memory} GB memory, %n core(s)</source>
        <translation>
            <numerusform>{memory} GB Arbeitsspeicher, %n Kern</numerusform>
            <numerusform>{memory} GB Arbeitsspeicher, %n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Drawing the demo scene…</source>
        <translation>Demoszene wird erzeugt…</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Open demo scene</source>
        <translation>Demoszene öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine stopped</source>
        <translation>Der Rechenkern wurde unerwartet beendet</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine is not ready</source>
        <translation>Der Rechenkern ist nicht bereit</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Something went wrong in SceneFill itself.</source>
        <translation>In SceneFill selbst ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Copy the diagnostics and report it.</source>
        <translation>Die Diagnose kopieren und den Fehler melden.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>SceneFill and its engine do not understand each other.</source>
        <translation>SceneFill und sein Rechenkern verstehen sich nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS; if it happens again, make the engine environment anew.</source>
        <translation>QGIS neu starten; tritt der Fehler wieder auf, die Umgebung des Rechenkerns neu erstellen.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process ended unexpectedly.</source>
        <translation>Der Prozess des Rechenkerns wurde unerwartet beendet.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Resume the run: finished windows are kept. If it happens again, copy the diagnostics and report it.</source>
        <translation>Den Lauf fortsetzen: Fertige Fenster bleiben erhalten. Tritt der Fehler wieder auf, die Diagnose kopieren und den Fehler melden.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process is of another version of SceneFill than the plugin.</source>
        <translation>Der Prozess des Rechenkerns gehört zu einer anderen SceneFill-Version als die Erweiterung.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS, so that all of SceneFill is of one version.</source>
        <translation>QGIS neu starten, damit alle Teile von SceneFill dieselbe Version haben.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process does not start.</source>
        <translation>Der Prozess des Rechenkerns startet nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Check the engine environment in the options.</source>
        <translation>Die Umgebung des Rechenkerns in den Optionen prüfen.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_dialog.py"/>
        <source>Set up the engine</source>
        <translation>Rechenkern einrichten</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python of the engine</source>
        <translation>Python des Rechenkerns</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Set from outside QGIS by {names}, and so fixed here.</source>
        <translation>Von außerhalb von QGIS durch {names} gesetzt und daher hier nicht änderbar.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Remove the engine's environment</source>
        <translation>Umgebung des Rechenkerns entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>It can be set up again at any time, which downloads its packages once more. Remove it?</source>
        <translation>Sie lässt sich jederzeit wieder einrichten; die Pakete werden dabei erneut heruntergeladen. Umgebung entfernen?</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Folder of the offline bundle</source>
        <translation>Ordner des Offline-Bundles</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Empty folder for the offline bundle</source>
        <translation>Leerer Ordner für das Offline-Bundle</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Being set up. QGIS can be used meanwhile, and this page closed.</source>
        <translation>Wird eingerichtet. QGIS bleibt dabei benutzbar; diese Seite darf geschlossen werden.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Set up</source>
        <translation>Ein&amp;richten</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Download the packages and install them</source>
        <translation>Die Pakete herunterladen und installieren</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not complete. Continue where it stopped.</source>
        <translation>Unvollständig. An der unterbrochenen Stelle fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>C&amp;ontinue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Go on with what is there</source>
        <translation>Mit dem bereits Vorhandenen weitermachen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Made for another version of SceneFill. Update it to be safe.</source>
        <translation>Für eine andere Version von SceneFill erstellt. Sicherheitshalber aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Update</source>
        <translation>Aktua&amp;lisieren</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Install what this version of SceneFill is tested with</source>
        <translation>Installieren, womit diese Version von SceneFill getestet ist</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Re&amp;pair</source>
        <translation>Repa&amp;rieren</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Check all files and install again what is missing or damaged</source>
        <translation>Alle Dateien prüfen und Fehlendes oder Beschädigtes neu installieren</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment is ready.</source>
        <translation>Die Umgebung des Rechenkerns ist bereit.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The bundle is ready. Copy its folder to the other computers.</source>
        <translation>Das Bundle ist fertig. Seinen Ordner auf die anderen Computer kopieren.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment has been removed.</source>
        <translation>Die Umgebung des Rechenkerns wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Cancelled. What is there is kept.</source>
        <translation>Abgebrochen. Bereits Vorhandenes bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python {python} · PyTorch {torch} · {device}</source>
        <translation>Python {python} · PyTorch {torch} · {device}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Ready: Python {python} · PyTorch {torch}</source>
        <translation>Bereit: Python {python} · PyTorch {torch}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not set up yet. It takes {download:.1f} GB to download and {disk:.1f} GB on the disk.</source>
        <translation>Noch nicht eingerichtet. Download {download:.1f} GB, Speicherplatz {disk:.1f} GB.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>With an NVIDIA device it is {download:.0f} GB and {disk:.0f} GB.</source>
        <translation>Mit NVIDIA-GPU sind es {download:.0f} GB und {disk:.0f} GB.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/form_check.py"/>
        <source>polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose what counts as a gap.</source>
        <translation>Wählen, was als Lücke gilt.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose a polygon layer, or add one to the project.</source>
        <translation>Einen Polygonlayer wählen oder dem Projekt einen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen other gaps by</source>
        <translation>Andere Lücken e&amp;rweitern um</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen gaps by</source>
        <translation>Lücken e&amp;rweitern um</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Values {values} of {file}</source>
        <translation>Werte {values} von {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Bits {values} of {file}</source>
        <translation>Bits {values} von {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Polygons of {file}</source>
        <translation>Polygone von {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Clouds found in the image</source>
        <translation>Im Bild erkannte Wolken</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Pixels without data</source>
        <translation>Pixel ohne Daten</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>{gap}, widened by {pixels} px</source>
        <translation>{gap}, erweitert um {pixels} px</translation>
    </message>
    <message>
        <location filename="../../ui/help_window.py"/>
        <source>SceneFill user guide</source>
        <translation>SceneFill-Benutzerhandbuch</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Whole number from 0 to 9223372036854775807. The same seed draws the same result; another seed draws another.</source>
        <translation>Ganze Zahl von 0 bis 9223372036854775807. Derselbe Seed erzeugt dasselbe Ergebnis, ein anderer ein anderes.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Server (not set up)</source>
        <translation>Server (nicht eingerichtet)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Learns from the observed pixels of the layer that is filled how they follow from the other layers and from what is around a gap, before anything is drawn. It takes about a minute, and is kept only if blocks that were held out get better; the result says whether they did.</source>
        <translation>Lernt aus den beobachteten Pixeln des zu füllenden Layers, wie sie mit den anderen Layern und mit der Umgebung einer Lücke zusammenhängen, bevor etwas erzeugt wird. Das dauert etwa eine Minute, und Gelerntes wird nur behalten, wenn zurückgehaltene Blöcke besser werden; das Ergebnis gibt darüber Auskunft.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>No layer is filled now, so there is nothing to learn from.</source>
        <translation>Derzeit wird kein Layer gefüllt, daher gibt es nichts, woraus gelernt werden könnte.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, without sampling: the fastest, smooth, with a rough spread.</source>
        <translation>Die direkte Schätzung ohne Sampling: am schnellsten, glatt, mit grober Streuung.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 4 samples of 4 steps: detail and a measured spread in reasonable time.</source>
        <translation>Das Mittel aus 4 Samples mit 4 Schritten: Details und eine gemessene Streuung in vertretbarer Zeit.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 8 samples of 8 steps: drawing takes about four times as long as with Standard.</source>
        <translation>Das Mittel aus 8 Samples mit 8 Schritten: Das Erzeugen dauert etwa viermal so lange wie bei Standard.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>As set under Advanced.</source>
        <translation>Wie unter „Erweitert“ eingestellt.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, no sampling</source>
        <translation>Die direkte Schätzung, kein Sampling</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of the samples: the most likely values</source>
        <translation>Das Mittel der Samples: die wahrscheinlichsten Werte</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Realisations</source>
        <translation>Realisierungen</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>A file for each sample: textures as real as the model draws them</source>
        <translation>Eine Datei je Sample: Texturen so echt, wie das Modell sie erzeugt</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Server: {name}</source>
        <translation>Server: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives</source>
        <translation>Liefert</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inputs_model.py"/>
        <source>%n other band(s)</source>
        <translation>
            <numerusform>%n weiterer Kanal</numerusform>
            <numerusform>%n weitere Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Looking at the file…</source>
        <translation>Datei wird untersucht…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives: {bands}</source>
        <translation>Liefert: {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date: {date}</source>
        <translation>Datum: {date}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status: {status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>carried along: {bands}</source>
        <translation>mitgeführt: {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Layers that you have</source>
        <translation>Vorhandene Layer</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>{name}: {problem}</source>
        <translation>{name}: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>The layers are still being looked at.</source>
        <translation>Die Layer werden noch untersucht.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>'{name}' is not a raster that QGIS can open.</source>
        <translation>„{name}“ ist kein Raster, das QGIS öffnen kann.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Looking at {name}</source>
        <translation>{name} wird untersucht</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Checking the layers</source>
        <translation>Layer werden geprüft</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>No other raster layer in the project</source>
        <translation>Kein weiterer Rasterlayer im Projekt</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add raster files</source>
        <translation>Rasterdateien hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Removed from the project, and so from SceneFill: {names}</source>
        <translation>Aus dem Projekt und damit aus SceneFill entfernt: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/layer_table.py"/>
        <source>Add the layers that you have, or drag them here from the Layers panel.</source>
        <translation>Vorhandene Layer hinzufügen oder aus dem Layerfenster hierher ziehen.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>The engine cannot open the mask layer. Save it as GeoTIFF and choose that.</source>
        <translation>Der Rechenkern kann den Maskenlayer nicht öffnen. Als GeoTIFF speichern und dieses wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Choose the mask layer.</source>
        <translation>Den Maskenlayer wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Name the mask's values that are gaps.</source>
        <translation>Angeben, welche Maskenwerte Lücken sind.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values of the mask</source>
        <translation>Werte der Maske werden gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values…</source>
        <translation>Werte werden gelesen…</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something is missing</source>
        <translation>Es fehlt etwas</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not right</source>
        <translation>Der Auftrag ist fehlerhaft</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer cannot be used</source>
        <translation>Ein Layer kann nicht verwendet werden</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area does not fit</source>
        <translation>Das Gebiet passt nicht</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model cannot be used</source>
        <translation>Das Modell kann nicht verwendet werden</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This computer cannot do it</source>
        <translation>Dieser Computer schafft es nicht</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The server cannot be used</source>
        <translation>Der Server kann nicht verwendet werden</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something went wrong</source>
        <translation>Ein Fehler ist aufgetreten</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no area to work on.</source>
        <translation>Es gibt kein Gebiet zum Bearbeiten.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area, or add a layer whose extent is used.</source>
        <translation>Ein Gebiet wählen oder einen Layer hinzufügen, dessen Ausdehnung verwendet wird.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There are no layers to work from.</source>
        <translation>Es gibt keine Layer als Grundlage.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Add a layer under “What you have”, or imagine a scene, which needs none.</source>
        <translation>Einen Layer unter „Vorhandene Daten“ hinzufügen oder eine Szene erfinden; dafür ist keiner nötig.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No modality to draw is chosen.</source>
        <translation>Es ist keine zu erzeugende Modalität gewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose at least one.</source>
        <translation>Mindestens eine wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing says what counts as a gap.</source>
        <translation>Es ist nicht angegeben, was als Lücke gilt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose nodata, clouds, a mask or polygons.</source>
        <translation>Nodata, Wolken, eine Maske oder Polygone wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>What the bands of a layer are is not known.</source>
        <translation>Die Bedeutung der Kanäle eines Layers ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose its bands, or remove the layer.</source>
        <translation>Die Kanäle wählen oder den Layer entfernen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing is selected in the polygon layer.</source>
        <translation>Im Polygonlayer ist nichts gewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select the polygons that are to be filled, or use all of the layer.</source>
        <translation>Die zu füllenden Polygone wählen oder den ganzen Layer verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer does not hold polygons.</source>
        <translation>Der Layer enthält keine Polygone.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose a layer of polygons.</source>
        <translation>Einen Polygonlayer wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A run is going on.</source>
        <translation>Es ist bereits ein Lauf aktiv.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait for it to end, or cancel it.</source>
        <translation>Warten, bis er beendet ist, oder ihn abbrechen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer has no polygons to use.</source>
        <translation>Der Layer hat keine verwendbaren Polygone.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select some, use all of its features, or choose another layer.</source>
        <translation>Einige wählen, alle Objekte verwenden oder einen anderen Layer wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The band is neither classes nor quality bits.</source>
        <translation>Der Kanal enthält weder Klassen noch Qualitätsbits.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the band with the classes, or a mask.</source>
        <translation>Den Kanal mit den Klassen oder eine Maske wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of values cannot be read.</source>
        <translation>Die Liste der Werte ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Give whole numbers and ranges, such as 3, 8-10.</source>
        <translation>Ganze Zahlen und Bereiche angeben, z. B. 3, 8-10.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill has no band of the modality, or no gaps.</source>
        <translation>Der zu füllende Layer hat keinen Kanal der Modalität oder keine Lücken.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct its bands, choose another layer, or say what counts as a gap.</source>
        <translation>Die Kanäle korrigieren, einen anderen Layer wählen oder angeben, was als Lücke gilt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area has more pixels than a job may have.</source>
        <translation>Das Gebiet hat mehr Pixel, als ein Auftrag haben darf.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the job file; the details name the place.</source>
        <translation>Die Auftragsdatei korrigieren; die Details nennen die Stelle.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not readable JSON.</source>
        <translation>Der Auftrag ist kein lesbares JSON.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This is not a job that this version of SceneFill reads.</source>
        <translation>Diesen Auftrag kann diese Version von SceneFill nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Update SceneFill.</source>
        <translation>SceneFill aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is given twice.</source>
        <translation>Ein Element des Auftrags ist doppelt angegeben.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job has a member that jobs do not have.</source>
        <translation>Der Auftrag hat ein Element, das es in Aufträgen nicht gibt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is missing.</source>
        <translation>Ein Element des Auftrags fehlt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value of the job is of the wrong type.</source>
        <translation>Ein Wert des Auftrags hat den falschen Typ.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value is not possible.</source>
        <translation>Ein Wert ist nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct it; the details name it.</source>
        <translation>Den Wert korrigieren; die Details nennen ihn.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such modality.</source>
        <translation>Diese Modalität gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such sampling mode.</source>
        <translation>Diesen Sampling-Modus gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such kind of gap.</source>
        <translation>Diese Art von Lücke gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The output folder holds results of something else.</source>
        <translation>Der Ausgabeordner enthält Ergebnisse von etwas anderem.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an empty folder.</source>
        <translation>Einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no unfinished run in the folder.</source>
        <translation>Im Ordner liegt kein unvollendeter Lauf.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run.</source>
        <translation>Einen neuen Lauf starten.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The unfinished run in the folder is that of another job, or its files have changed.</source>
        <translation>Der unvollendete Lauf im Ordner gehört zu einem anderen Auftrag, oder dessen Dateien haben sich geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run into another folder.</source>
        <translation>Einen neuen Lauf in einem anderen Ordner starten.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file is not there.</source>
        <translation>Eine Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check that it was not moved or deleted.</source>
        <translation>Prüfen, ob sie verschoben oder gelöscht wurde.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster cannot be read.</source>
        <translation>Ein Raster ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the file, or save the layer as GeoTIFF and use that.</source>
        <translation>Die Datei prüfen oder den Layer als GeoTIFF speichern und dieses verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The polygons cannot be read.</source>
        <translation>Die Polygone sind nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Save them as GeoPackage and use that.</source>
        <translation>Als GeoPackage speichern und dieses verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The pixels of a layer cannot be read from here.</source>
        <translation>Die Pixel eines Layers sind von hier aus nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Export it as GeoTIFF and use that.</source>
        <translation>Als GeoTIFF exportieren und dieses verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer could not be fetched.</source>
        <translation>Ein Weblayer konnte nicht abgerufen werden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the network and the layer, or choose a smaller area.</source>
        <translation>Netzwerk und Layer prüfen oder ein kleineres Gebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer has to be copied before a job can name it.</source>
        <translation>Ein Weblayer muss kopiert werden, bevor ein Auftrag ihn nennen kann.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer has no CRS, or one that is not known.</source>
        <translation>Ein Layer hat kein oder ein unbekanntes KBS.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign its CRS and save it again.</source>
        <translation>Das KBS zuweisen und erneut speichern.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not have the band that was chosen.</source>
        <translation>Ein Layer hat den gewählten Kanal nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the bands of the layer.</source>
        <translation>Die Kanäle des Layers korrigieren.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds complex numbers.</source>
        <translation>Ein Layer enthält komplexe Zahlen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Turn it into backscatter first: amplitude, power or dB.</source>
        <translation>Zuerst in Rückstreuung umwandeln: Amplitude, Leistung oder dB.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Clouds cannot be found without the red, green and blue bands.</source>
        <translation>Ohne die Kanäle Rot, Grün und Blau lassen sich Wolken nicht erkennen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign these bands, or give the clouds as a mask or as polygons.</source>
        <translation>Diese Kanäle zuweisen oder die Wolken als Maske oder Polygone angeben.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster is rotated or sheared.</source>
        <translation>Ein Raster ist gedreht oder geschert.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation>Zuerst auf ein nach Norden ausgerichtetes Gitter transformieren (Warp).</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill does not lie on the pixels of the working grid.</source>
        <translation>Der zu füllende Layer liegt nicht auf den Pixeln des Arbeitsgitters.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the layer to fill as reference, or warp it first.</source>
        <translation>Den zu füllenden Layer als Referenz wählen oder ihn zuerst transformieren (Warp).</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds values that are no numbers.</source>
        <translation>Ein Layer enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Set them to nodata.</source>
        <translation>Diese auf Nodata setzen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not touch the area.</source>
        <translation>Ein Layer berührt das Gebiet nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area that the layer covers, and check that its CRS is right.</source>
        <translation>Ein Gebiet wählen, das der Layer abdeckt, und prüfen, ob dessen KBS stimmt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area crosses the 180° meridian.</source>
        <translation>Das Gebiet kreuzt den 180°-Meridian.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Split it there.</source>
        <translation>Das Gebiet dort teilen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no transformation between two of the CRS.</source>
        <translation>Zwischen zwei der KBS gibt es keine Transformation.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp the layer to the CRS of the others first.</source>
        <translation>Den Layer zuerst in das KBS der anderen umprojizieren.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The working grid is not one that a raster can have.</source>
        <translation>Das Arbeitsgitter ist für ein Raster nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another area.</source>
        <translation>Ein anderes Gebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A window of the grid is not possible.</source>
        <translation>Ein Fenster des Gitters ist nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Install SceneFill again.</source>
        <translation>SceneFill neu installieren.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No model is installed.</source>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no model of this name.</source>
        <translation>Es gibt kein Modell mit diesem Namen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an installed one.</source>
        <translation>Ein installiertes wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model is of a size that is not known.</source>
        <translation>Das Modell hat eine unbekannte Größe.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is missing or was changed.</source>
        <translation>Eine Datei des Modells fehlt oder wurde verändert.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is not in the safetensors format.</source>
        <translation>Eine Datei des Modells liegt nicht im safetensors-Format vor.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The manifest of the model is broken.</source>
        <translation>Das Manifest des Modells ist defekt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model was made for another version of SceneFill.</source>
        <translation>Das Modell wurde für eine andere Version von SceneFill erstellt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Use a model for this version.</source>
        <translation>Ein Modell für diese Version verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model drew values that are no numbers.</source>
        <translation>Das Modell hat Werte erzeugt, die keine Zahlen sind.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check units and scales of the layers; then copy the diagnostics and report it.</source>
        <translation>Einheiten und Skalierungen der Layer prüfen; hilft das nicht, die Diagnose kopieren und den Fehler melden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of modalities is of another version of SceneFill.</source>
        <translation>Die Liste der Modalitäten gehört zu einer anderen Version von SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Free some space, then resume the run; or choose another folder.</source>
        <translation>Platz schaffen und den Lauf fortsetzen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The memory of this computer is exhausted.</source>
        <translation>Der Arbeitsspeicher dieses Computers ist erschöpft.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Close other programs, then resume the run.</source>
        <translation>Andere Programme schließen und den Lauf fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A result could not be written.</source>
        <translation>Ein Ergebnis konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the folder and its permissions.</source>
        <translation>Den Ordner und seine Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Another run writes to this folder.</source>
        <translation>Ein anderer Lauf schreibt in diesen Ordner.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>Warten, bis er beendet ist, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing can be written to the folder.</source>
        <translation>In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The file system reported an error.</source>
        <translation>Das Dateisystem hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the cache is broken.</source>
        <translation>Eine Datei des Caches ist defekt.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Delete the cache and try again.</source>
        <translation>Den Cache löschen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area or larger pixels.</source>
        <translation>Ein kleineres Gebiet oder größere Pixel wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Finished windows are kept.</source>
        <translation>Fertige Fenster bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Resume the run to continue.</source>
        <translation>Zum Weitermachen den Lauf fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Results folder</source>
        <translation>Ergebnisordner</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Load the results and the form again</source>
        <translation>Ergebnisse und Formular erneut laden</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Continue where the run stopped</source>
        <translation>An der Stelle weitermachen, an der der Lauf endete</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Cancel on the server</source>
        <translation>Auf dem Server abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Stop the run on its server</source>
        <translation>Den Lauf auf seinem Server anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>For a terminal or a script</source>
        <translation>Für ein Terminal oder ein Skript</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job…</source>
        <translation>Auftrag speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save the job file under another name</source>
        <translation>Die Auftragsdatei unter anderem Namen speichern</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Show the files of the run</source>
        <translation>Die Dateien des Laufs anzeigen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Remove from list</source>
        <translation>Aus Liste entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Forget the run; its files stay</source>
        <translation>Den Lauf vergessen; seine Dateien bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch results</source>
        <translation>Ergebnisse abholen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch what the server has made, and load it</source>
        <translation>Abholen und laden, was der Server gemacht hat</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Wait for the server, and load the results when they are there</source>
        <translation>Auf den Server warten und die Ergebnisse laden, sobald sie da sind</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job</source>
        <translation>Auftrag speichern</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>SceneFill job (*.json)</source>
        <translation>SceneFill-Auftrag (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <location filename="../../ui/reporting.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>less than 1 s</source>
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>about {duration} left</source>
        <translation>noch etwa {duration}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/quantities.py"/>
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the server's address in the options.</source>
        <translation>Die Adresse des Servers in den Optionen prüfen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later, or ask whoever runs the server.</source>
        <translation>Später erneut versuchen oder den Betreiber des Servers fragen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's address is none.</source>
        <translation>Die Adresse des Servers ist keine.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Write it like https://scenefill.example.org.</source>
        <translation>So schreiben: https://scenefill.example.org.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>No server is set up.</source>
        <translation>Es ist kein Server eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Enter its address in the options.</source>
        <translation>Die Adresse in den Optionen eingeben.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login would travel for everyone to read.</source>
        <translation>Die Anmeldung wäre unterwegs für alle lesbar.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Use the server's address that starts with https://.</source>
        <translation>Die Adresse des Servers verwenden, die mit https:// beginnt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check its address and the network, and ask whoever runs the server whether it is up.</source>
        <translation>Adresse und Netzwerk prüfen und den Betreiber fragen, ob der Server läuft.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The connection to the server is not safe: its certificate is not trusted.</source>
        <translation>Die Verbindung zum Server ist nicht sicher: Seinem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the address; add your institution's certificate in Settings ▸ Options ▸ Authentication.</source>
        <translation>Die Adresse prüfen; das Zertifikat der eigenen Einrichtung unter Einstellungen ▸ Optionen ▸ Authentifizierung hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's proxy does not let the connection through.</source>
        <translation>Der Proxy des Netzwerks lässt die Verbindung nicht durch.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set the proxy and its login in Settings ▸ Options ▸ Network.</source>
        <translation>Den Proxy und seine Anmeldung unter Einstellungen ▸ Optionen ▸ Netzwerk einstellen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's login page answers instead of the server.</source>
        <translation>Statt des Servers antwortet die Anmeldeseite des Netzwerks.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Open a browser, log in to the network, and try again.</source>
        <translation>Einen Browser öffnen, am Netzwerk anmelden und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Something else than a SceneFill server answers.</source>
        <translation>Es antwortet etwas anderes als ein SceneFill-Server.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's answer cannot be understood.</source>
        <translation>Die Antwort des Servers ist nicht zu verstehen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server and this plugin are of versions that do not fit.</source>
        <translation>Die Versionen des Servers und dieser Erweiterung passen nicht zusammen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Update SceneFill, or ask whoever runs the server to.</source>
        <translation>SceneFill aktualisieren oder den Betreiber des Servers darum bitten.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server failed.</source>
        <translation>Der Server hat versagt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server has too much to do.</source>
        <translation>Der Server hat zu viel zu tun.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A result was damaged on its way and thrown away.</source>
        <translation>Ein Ergebnis wurde unterwegs beschädigt und verworfen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Resume the run.</source>
        <translation>Den Lauf fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer was damaged or held up on its way to the server.</source>
        <translation>Ein Layer wurde auf dem Weg zum Server beschädigt oder aufgehalten.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Ask whoever runs the server.</source>
        <translation>Den Betreiber des Servers fragen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know your login, or it has expired.</source>
        <translation>Der Server kennt die Anmeldung nicht, oder sie ist abgelaufen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose another login in the options, or ask whoever runs the server for a new one.</source>
        <translation>In den Optionen eine andere Anmeldung wählen oder den Betreiber des Servers um eine neue bitten.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login may not be used for this.</source>
        <translation>Diese Anmeldung darf dafür nicht verwendet werden.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's queue is full.</source>
        <translation>Die Warteschlange des Servers ist voll.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>You have as many jobs on the server as it lets you.</source>
        <translation>Auf dem Server sind bereits so viele eigene Aufträge, wie er zulässt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Wait until one of them has ended, or cancel one in Past runs.</source>
        <translation>Warten, bis einer davon zu Ende ist, oder einen unter „Vorherige Läufe“ abbrechen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your layers need more space on the server than it lets you.</source>
        <translation>Die Layer brauchen auf dem Server mehr Platz, als er zulässt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area, or wait until earlier layers have expired.</source>
        <translation>Ein kleineres Gebiet wählen oder warten, bis frühere Layer abgelaufen sind.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A server does not do this.</source>
        <translation>Das macht ein Server nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set up an engine on this computer in the options.</source>
        <translation>In den Optionen eine Engine auf diesem Computer einrichten.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not take a layer of the job.</source>
        <translation>Der Server nimmt einen Layer des Auftrags nicht an.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as a new GeoTIFF and use that, or ask whoever runs the server.</source>
        <translation>Ihn als neues GeoTIFF speichern und dieses verwenden oder den Betreiber des Servers fragen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer cannot be written for the server without changing what it says.</source>
        <translation>Ein Layer lässt sich für den Server nicht schreiben, ohne seine Aussage zu ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as GeoTIFF with DEFLATE compression, in a CRS with an EPSG code.</source>
        <translation>Ihn als GeoTIFF mit DEFLATE-Kompression in einem KBS mit EPSG-Code speichern.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The area has more pixels than the server takes.</source>
        <translation>Das Gebiet hat mehr Pixel, als der Server annimmt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Run it again.</source>
        <translation>Den Lauf neu starten.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is no longer on the server.</source>
        <translation>Der Lauf ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The files of the run are no longer on the server.</source>
        <translation>Die Dateien des Laufs sind nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run was cancelled on the server.</source>
        <translation>Der Lauf wurde auf dem Server abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know the run.</source>
        <translation>Der Server kennt den Lauf nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not have a result of the run.</source>
        <translation>Dem Server fehlt ein Ergebnis des Laufs.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer is no longer on the server.</source>
        <translation>Ein Layer ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The results are not ready yet.</source>
        <translation>Die Ergebnisse sind noch nicht fertig.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server takes the run for another one.</source>
        <translation>Der Server hält den Lauf für einen anderen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is in another state on the server than expected.</source>
        <translation>Der Lauf ist auf dem Server in einem anderen Zustand als erwartet.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's database does not answer.</source>
        <translation>Die Datenbank des Servers antwortet nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server is still starting.</source>
        <translation>Der Server startet noch.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server lacks what it spreads its work with.</source>
        <translation>Dem Server fehlt, womit er seine Arbeit verteilt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers cannot be reached.</source>
        <translation>Die Arbeitsprozesse des Servers sind nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers are of different versions.</source>
        <translation>Die Arbeitsprozesse des Servers haben verschiedene Versionen.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers failed.</source>
        <translation>Die Arbeitsprozesse des Servers haben versagt.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>One place of the area ended every worker that drew it.</source>
        <translation>Eine Stelle des Gebiets hat jeden Arbeitsprozess beendet, der sie zeichnete.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose an area without it, and tell whoever runs the server.</source>
        <translation>Ein Gebiet ohne sie wählen und den Betreiber des Servers benachrichtigen.</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Zoom to result</source>
        <translation>Auf Ergebnis zoomen</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” is done after {duration}.</source>
        <translation>„{title}“ ist nach {duration} fertig.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Role of {name}</source>
        <translation>Rolle von {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>&amp;Guess again</source>
        <translation>&amp;Neu erkennen</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Forget all corrections</source>
        <translation>Alle Korrekturen verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Corrected by hand.</source>
        <translation>Von Hand korrigiert.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>{number} – {name}</source>
        <translation>{number} – {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Band {number} is</source>
        <translation>Kanal {number} ist</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Nothing was guessed.</source>
        <translation>Nichts automatisch erkannt.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>from the file</source>
        <translation>aus der Datei</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>'{text}' is no number.</source>
        <translation>„{text}“ ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Estimating…</source>
        <translation>Aufwand wird geschätzt…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” failed: {reason}</source>
        <translation>„{title}“ ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>The layers of “{title}” could not be loaded: {reason}</source>
        <translation>Die Layer von „{title}“ konnten nicht geladen werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was cancelled.</source>
        <translation>„{title}“ wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was interrupted before the server had it; Past runs can resume it.</source>
        <translation>„{title}“ wurde unterbrochen, bevor der Server den Auftrag hatte; unter „Vorherige Läufe“ lässt sich der Lauf fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” goes on at the server; Past runs finds it again.</source>
        <translation>„{title}“ läuft auf dem Server weiter und ist unter „Vorherige Läufe“ wiederzufinden.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>There is nothing to draw: the area has no gaps.</source>
        <translation>Es gibt nichts zu erzeugen: Das Gebiet hat keine Lücken.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/run_panel.py"/>
        <source>{pixels} in %n window(s)</source>
        <translation>
            <numerusform>{pixels} in %n Fenster</numerusform>
            <numerusform>{pixels} in %n Fenstern</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{percent} % of it to draw</source>
        <translation>{percent} % davon zu erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>about {duration} on {device}</source>
        <translation>etwa {duration} auf {device}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{size} on disk</source>
        <translation>{size} Speicherplatz</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{windows}, {share}, {time}, {disk}</source>
        <translation>{windows}, {share}, {time}, {disk}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>at most {size} on disk</source>
        <translation>höchstens {size} auf der Festplatte</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{processor} at {server}</source>
        <translation>{processor} von {server}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting, no. {position}</source>
        <translation>Wartet, Nr. {position}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running, {percent} %</source>
        <translation>Läuft, {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Ready to fetch</source>
        <translation>Abholbereit</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{state} after {duration}</source>
        <translation>{state} nach {duration}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Temporary: {folder}</source>
        <translation>Temporär: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Folder: {folder}</source>
        <translation>Ordner: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{done} of {total} windows</source>
        <translation>{done} von {total} Fenstern</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking {host}…</source>
        <translation>{host} wird gefragt …</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Without https:// others can read what is sent there, your login included.</source>
        <translation>Ohne https:// können andere mitlesen, was dorthin gesendet wird, auch die Anmeldung.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>SceneFill {version}</source>
        <translation>SceneFill {version}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{scenefill} on {processor}</source>
        <translation>{scenefill} auf {processor}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>about {pixels} per second</source>
        <translation>etwa {pixels} pro Sekunde</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>It has no model, so that it cannot draw anything.</source>
        <translation>Er hat kein Modell und kann daher nichts zeichnen.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}.</source>
        <translation>Modelle: {models}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}, which draw {modalities}.</source>
        <translation>Modelle: {models}; gezeichnet werden {modalities}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/server_texts.py"/>
        <source>%n job(s) are waiting.</source>
        <translation>
            <numerusform>%n Auftrag wartet.</numerusform>
            <numerusform>%n Aufträge warten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Nobody is waiting.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{pixels} a job</source>
        <translation>{pixels} je Auftrag</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{size} to send</source>
        <translation>{size} zu senden</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>At most {limits}.</source>
        <translation>Höchstens {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>You are “{name}”, with at most {limits}.</source>
        <translation>Angemeldet als „{name}“, mit höchstens {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Your data stays on this computer.</source>
        <translation>Ihre Daten bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{name} ({address})</source>
        <translation>{name} ({address})</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{place}, a server on this computer</source>
        <translation>{place}, einem Server auf diesem Computer</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>The request goes to {place}; no layer is sent.</source>
        <translation>Der Auftrag geht an {place}; es wird kein Layer gesendet.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>This data goes to {place}: {layers}; of each the area and its surroundings.</source>
        <translation>Diese Daten gehen an {place}: {layers}; jeweils das Gebiet und seine Umgebung.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>[Save to temporary folder]</source>
        <translation>[In temporären Ordner speichern]</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>The finest layer</source>
        <translation>Der höchstaufgelöste Layer</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add a layer under “What you have”, then choose it as the layer to fill.</source>
        <translation>Einen Layer unter „Vorhandene Daten“ hinzufügen und dann als zu füllenden Layer wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose the layer to fill.</source>
        <translation>Den zu füllenden Layer wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add at least one layer under “What you have”.</source>
        <translation>Mindestens einen Layer unter „Vorhandene Daten“ hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose at least one modality to draw.</source>
        <translation>Mindestens eine zu erzeugende Modalität wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Also draw everywhere</source>
        <translation>Zusätzlich flächendeckend erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Draw</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>filled</source>
        <translation>wird gefüllt</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>partly filled</source>
        <translation>wird teilweise gefüllt</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>given</source>
        <translation>vorhanden</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>E&amp;xtent</source>
        <translation>Ausde&amp;hnung</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Extent to work on, in the CRS of the project: west, east, south, north. Left empty, the whole layer is worked on.</source>
        <translation>Zu bearbeitende Ausdehnung im KBS des Projekts: West, Ost, Süd, Nord. Leer: der ganze Layer wird bearbeitet.</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on what the map canvas shows</source>
        <translation>Den in der Kartenansicht sichtbaren Ausschnitt bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Current view</source>
        <translation>Aktuelle Ansicht</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw a rectangle on the map canvas</source>
        <translation>Ein Rechteck in der Kartenansicht zeichnen</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on the whole of the layer to fill, or of the first layer of the list</source>
        <translation>Den ganzen zu füllenden Layer oder den ersten Layer der Liste bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Whole layer</source>
        <translation>Ganzer Layer</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Working grid</source>
        <translation>Arbeitsgitter</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>The pixels that are worked on: their number, and their size in units of the CRS</source>
        <translation>Die bearbeiteten Pixel: ihre Anzahl und ihre Größe in Einheiten des KBS</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>SceneFill: details</source>
        <translation>SceneFill: Details</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>What the engine said, in English</source>
        <translation>Was der Rechenkern gemeldet hat, auf Englisch</translation>
    </message>
</context>
<context>
    <name>EnvironmentPanel</name>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Engine</source>
        <translation>Rechenkern</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Environment &amp;made by SceneFill</source>
        <translation>Von SceneFill erstellte &amp;Umgebung</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>A Python of its own in your data folder; nothing is installed into QGIS</source>
        <translation>Ein eigenes Python im Datenordner des Benutzers; in QGIS wird nichts installiert</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Set up</source>
        <translation>Ein&amp;richten</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Remo&amp;ve</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Delete the environment from the disk</source>
        <translation>Die Umgebung vom Datenträger löschen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install from &amp;bundle…</source>
        <translation>Aus &amp;Bundle installieren…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install without a network, from a folder that was made on another computer</source>
        <translation>Ohne Netzwerk installieren, aus einem auf einem anderen Computer erstellten Ordner</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Ma&amp;ke bundle…</source>
        <translation>Bundle er&amp;stellen…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Download the packages into a folder, for computers without a network</source>
        <translation>Die Pakete in einen Ordner herunterladen, für Computer ohne Netzwerk</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>E&amp;xisting Python</source>
        <translation>V&amp;orhandenes Python</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>An environment that you made yourself</source>
        <translation>Eine selbst erstellte Umgebung</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>The Python program of the environment, such as bin/python or Scripts\python.exe</source>
        <translation>Das Python-Programm der Umgebung, z. B. bin/python oder Scripts\python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>See whether this Python has what the engine needs</source>
        <translation>Prüfen, ob dieses Python alles hat, was der Rechenkern braucht</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;None on this computer, the server does the work</source>
        <translation>Auf diesem Computer &amp;keiner, der Server rechnet</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>For computers that are too small, and for classrooms with a server</source>
        <translation>Für zu schwache Computer und für Schulungsräume mit Server</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Stop now; what is there is kept, and the next start goes on with it</source>
        <translation>Jetzt anhalten; bereits Vorhandenes bleibt erhalten, der nächste Start macht damit weiter</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Pixels without data</source>
        <translation>Pixel ohne &amp;Daten</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Nodata values, masked pixels and NaN of the layer</source>
        <translation>Nodata-Werte, maskierte Pixel und NaN des Layers</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Clouds found in the image</source>
        <translation>Im Bild erkannte &amp;Wolken</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Clouds and their shadows, found in the layer itself; it needs red, green and blue. The mask is saved beside the result.</source>
        <translation>Wolken und ihre Schatten, im Layer selbst erkannt; nötig sind Rot, Grün und Blau. Die Maske wird neben dem Ergebnis gespeichert.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Cloud pro&amp;bability from</source>
        <translation>Wolkenwahrscheinlichkeit a&amp;b</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels with at least this cloud probability (0–1) are gaps; lower values take more pixels for clouds</source>
        <translation>Pixel mit mindestens dieser Wolkenwahrscheinlichkeit (0–1) sind Lücken; bei niedrigeren Werten gelten mehr Pixel als Wolken</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Widen clouds by</source>
        <translation>Wolken erweitern um</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which the clouds and shadows that were found are widened: a thin edge that is missed spoils what is drawn beside it</source>
        <translation>Pixel des Arbeitsgitters, um die gefundene Wolken und Schatten erweitert werden: Ein übersehener dünner Rand verdirbt, was daneben erzeugt wird</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Values of a &amp;mask layer</source>
        <translation>Werte eines M&amp;askenlayers</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>A raster of classes or quality bits says where the gaps are</source>
        <translation>Ein Raster mit Klassen oder Qualitätsbits gibt an, wo die Lücken sind</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>P&amp;olygons</source>
        <translation>P&amp;olygone</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Everything inside the polygons of a vector layer is a gap</source>
        <translation>Alles innerhalb der Polygone eines Vektorlayers ist eine Lücke</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pol&amp;ygon layer</source>
        <translation>Pol&amp;ygonlayer</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Vector layer with polygons, in any CRS</source>
        <translation>Vektorlayer mit Polygonen, in beliebigem KBS</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Selected features only</source>
        <translation>Nur gewählte Ob&amp;jekte</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Use the features that are selected in the polygon layer when the run starts</source>
        <translation>Die Objekte verwenden, die beim Start des Laufs im Polygonlayer gewählt sind</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which pixels without data, the mask and the polygons are widened</source>
        <translation>Pixel des Arbeitsgitters, um die Pixel ohne Daten, die Maske und die Polygone erweitert werden</translation>
    </message>
</context>
<context>
    <name>HowPanel</name>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learn from t&amp;his scene first</source>
        <translation>Vora&amp;b aus dieser Szene lernen</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Run o&amp;n</source>
        <translation>A&amp;usführen auf</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Where the engine works. A server can be set up in the options.</source>
        <translation>Wo der Rechenkern arbeitet. Ein Server lässt sich in den Optionen einrichten.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>The trained weights that draw</source>
        <translation>Die trainierten Gewichte, mit denen erzeugt wird</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Res&amp;ult</source>
        <translation>Ergebn&amp;is</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Denoising steps of every sample (1–100). The time grows with them; more than 8 seldom change the result.</source>
        <translation>Entrauschungsschritte je Sample (1–100). Die Zeit wächst mit ihnen; mehr als 8 ändern das Ergebnis selten.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>How many times the scene is drawn (1–64). The spread is measured over the samples; the time grows with them.</source>
        <translation>Wie oft die Szene erzeugt wird (1–64). Die Streuung wird über die Samples gemessen; die Zeit wächst mit ihnen.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learning steps</source>
        <translation>Lernschritte</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps of training on the observed pixels, before anything is drawn (1–10000). The time grows with them; 200 take about a minute.</source>
        <translation>Trainingsschritte auf den beobachteten Pixeln, bevor etwas erzeugt wird (1–10000). Die Zeit wächst mit ihnen; 200 dauern etwa eine Minute.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Se&amp;ed</source>
        <translation>&amp;Seed</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>New seed</source>
        <translation>Neuer Seed</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Choose a seed by chance</source>
        <translation>Einen Seed zufällig wählen</translation>
    </message>
</context>
<context>
    <name>InputsPanel</name>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Add a raster layer of the project, or a file. What it shows is guessed, and every guess can be corrected.</source>
        <translation>Einen Rasterlayer des Projekts oder eine Datei hinzufügen. Was darin zu sehen ist, wird automatisch erkannt und lässt sich jederzeit korrigieren.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>&amp;Add layer</source>
        <translation>Layer hin&amp;zufügen</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Correct bands, unit and date of the selected layer (Enter)</source>
        <translation>Kanäle, Einheit und Datum des gewählten Layers korrigieren (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role</source>
        <translation>Rolle bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role…</source>
        <translation>Rolle bearbeiten…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove the selected layers from this list (Del); they stay in the project</source>
        <translation>Die gewählten Layer aus dieser Liste entfernen (Entf); sie bleiben im Projekt</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove from list</source>
        <translation>Aus Liste entfernen</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Mas&amp;k layer</source>
        <translation>Mas&amp;kenlayer</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Raster of classes or quality bits, such as a cloud mask, Sentinel-2 SCL or Landsat QA_PIXEL. It may have another pixel size or CRS.</source>
        <translation>Raster mit Klassen oder Qualitätsbits, z. B. eine Wolkenmaske, Sentinel-2 SCL oder Landsat QA_PIXEL. Pixelgröße und KBS dürfen abweichen.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Band</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Numbers are</source>
        <translation>Zahlen sind</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values: a pixel is a gap if its number is in the list. Quality bits: a pixel is a gap if any of the listed bits is set; bit 0 is the lowest.</source>
        <translation>Klassenwerte: Ein Pixel ist eine Lücke, wenn seine Zahl in der Liste steht. Qualitätsbits: Ein Pixel ist eine Lücke, wenn eines der aufgeführten Bits gesetzt ist; Bit 0 ist das niederwertigste.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values</source>
        <translation>Klassenwerte</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Quality bits</source>
        <translation>Qualitätsbits</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>&amp;Gap values</source>
        <translation>Lü&amp;ckenwerte</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Whole numbers and ranges that are gaps, for example 3, 8-10</source>
        <translation>Ganze Zahlen und Bereiche, die Lücken sind, z. B. 3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>3, 8-10</source>
        <translation>3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read…</source>
        <translation>Einlesen…</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read which values the band has, in the background, and choose among them</source>
        <translation>Im Hintergrund einlesen, welche Werte der Kanal hat, und daraus wählen</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Values in the mask</source>
        <translation>Werte in der Maske</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Checked values are gaps; the percentage is the share of the raster's pixels</source>
        <translation>Angehakte Werte sind Lücken; der Prozentwert ist ihr Anteil an den Pixeln des Rasters</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Work</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Processor &amp;threads</source>
        <translation>Prozessor-T&amp;hreads</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Threads of the engine on the processor; fewer leave more for QGIS</source>
        <translation>Threads des Rechenkerns auf dem Prozessor; weniger lassen mehr für QGIS übrig</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Keep the engine &amp;warm for</source>
        <translation>Rechenkern &amp;warm halten für</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Minutes that the engine stays in memory after its last work, so that the next run starts at once</source>
        <translation>Minuten, die der Rechenkern nach der letzten Arbeit im Speicher bleibt, damit der nächste Lauf sofort startet</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>&amp;Results folder</source>
        <translation>Er&amp;gebnisordner</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Where results go that are kept; each run makes a folder of its own there</source>
        <translation>Wohin Ergebnisse kommen, die behalten werden; jeder Lauf legt dort einen eigenen Ordner an</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>A&amp;dd results to the project as layers</source>
        <translation>Ergebnisse als Layer zum Projekt hin&amp;zufügen</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>When a run ends, its results become a group of layers at the top</source>
        <translation>Wenn ein Lauf endet, werden seine Ergebnisse zu einer Layergruppe ganz oben</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Write d&amp;ebug messages to the log panel</source>
        <translation>D&amp;ebug-Meldungen ins Protokollfenster schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Says much more in the SceneFill tab of the log panel</source>
        <translation>Meldet viel mehr auf der Registerkarte SceneFill des Protokollfensters</translation>
    </message>
</context>
<context>
    <name>PastRuns</name>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>&amp;Past runs</source>
        <translation>&amp;Vorherige Läufe</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>Copy as command, save the job, open the folder, remove from the list</source>
        <translation>Als Befehl kopieren, Auftrag speichern, Ordner öffnen, aus Liste entfernen</translation>
    </message>
</context>
<context>
    <name>RoleEditor</name>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Role of a layer</source>
        <translation>Rolle eines Layers</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Bands of the file, and what they are</source>
        <translation>&amp;Kanäle der Datei und ihre Bedeutung</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Choose what a band is, or type a name of your own: such a band is filled along with the others</source>
        <translation>Wählen, was ein Kanal ist, oder einen eigenen Namen eingeben: Ein solcher Kanal wird mit den anderen gefüllt</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Band of the file</source>
        <translation>Kanal der Datei</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Is</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Unit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the numbers mean after scale and offset. It holds for the bands that can have this unit.</source>
        <translation>Was die Zahlen nach Skalierung und Offset bedeuten. Gilt für die Kanäle, die diese Einheit haben können.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Scale</source>
        <translation>&amp;Skalierung</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Value = number in the file × scale + offset, in the unit above. Empty: found from the file.</source>
        <translation>Wert = Zahl in der Datei × Skalierung + Offset, in der Einheit oben. Leer: aus der Datei bestimmt.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>from the file</source>
        <translation>aus der Datei</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Offset</source>
        <translation>&amp;Offset</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the engine will take the numbers of the file for</source>
        <translation>Als was der Rechenkern die Zahlen der Datei liest</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Day, month or year of the observation (UTC), as exact as it is known; empty when it is not</source>
        <translation>Tag, Monat oder Jahr der Beobachtung (UTC), so genau wie bekannt; leer, wenn unbekannt</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy</source>
        <translation>JJJJ-MM-TT, JJJJ-MM oder JJJJ</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Why this was guessed</source>
        <translation>&amp;Warum so erkannt</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>&amp;Run</source>
        <translation>S&amp;tarten</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Start; QGIS stays usable while it runs</source>
        <translation>Starten; QGIS bleibt währenddessen benutzbar</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Es&amp;timate</source>
        <translation>Aufwand s&amp;chätzen</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Look at the inputs and say how many pixels and windows there are to draw, and how long it takes on this device</source>
        <translation>Die Eingaben untersuchen und angeben, wie viele Pixel und Fenster zu erzeugen sind und wie lange das auf diesem Gerät dauert</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Stop at once; finished windows are kept, so that the run can be resumed</source>
        <translation>Sofort anhalten; fertige Fenster bleiben erhalten, sodass der Lauf fortgesetzt werden kann</translation>
    </message>
</context>
<context>
    <name>SceneFillDock</name>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open a simulated scene as layers, with everything filled in and ready to run: no data of your own is needed</source>
        <translation>Eine simulierte Szene als Layer öffnen, fertig ausgefüllt und startbereit: eigene Daten sind nicht nötig</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open demo scene</source>
        <translation>Demoszene öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open the user guide</source>
        <translation>Das Benutzerhandbuch öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you have</source>
        <translation>Vorhandene Daten</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you want</source>
        <translation>Gewünschtes Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>How</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Past runs</source>
        <translation>Vorherige Läufe</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>A SceneFill server draws on another computer, for a class, an institute or a laptop in the field. Its administrator gives you the address and a login.</source>
        <translation>Ein SceneFill-Server erzeugt die Daten auf einem anderen Computer: für einen Kurs, ein Institut oder einen Laptop im Gelände. Adresse und Anmeldung kommen vom Administrator des Servers.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>W&amp;hich</source>
        <translation>We&amp;lcher</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The servers that you have entered; the one shown is used</source>
        <translation>Die eingetragenen Server; der angezeigte wird verwendet</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Another server</source>
        <translation>Weiterer Server</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Enter another server</source>
        <translation>Einen weiteren Server eintragen</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Forget this server</source>
        <translation>Diesen Server vergessen</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Take this server off the list; its login stays in QGIS</source>
        <translation>Diesen Server aus der Liste nehmen; seine Anmeldung bleibt in QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>T&amp;itle</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>What you call the server; it may be left empty</source>
        <translation>Wie der Server heißen soll; kann leer bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The server's address, starting with https://</source>
        <translation>Die Adresse des Servers, beginnend mit https://</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Lo&amp;gin</source>
        <translation>An&amp;meldung</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>An authentication configuration of QGIS of the kind Basic, with the token as the password; the token itself never is in a project or a log</source>
        <translation>Eine Authentifizierungskonfiguration von QGIS der Art Basic, mit dem Token als Passwort; das Token selbst steht nie in einem Projekt oder Protokoll</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Ask the server what it can do, and how fast it is</source>
        <translation>Den Server fragen, was er kann und wie schnell er ist</translation>
    </message>
</context>
<context>
    <name>WishPanel</name>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Fill gaps in a layer</source>
        <translation>Lücken in einem Layer &amp;füllen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Observed pixels stay as they are; only the gaps are drawn</source>
        <translation>Beobachtete Pixel bleiben, wie sie sind; nur die Lücken werden erzeugt</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Draw missing modalities</source>
        <translation>Fehlende &amp;Modalitäten erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that were not taken, everywhere in the area, from the layers above</source>
        <translation>Modalitäten, die nicht aufgenommen wurden, im ganzen Gebiet aus den Layern oben erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Imagine a scene</source>
        <translation>Szene &amp;erfinden</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that fit together of a place that does not exist; no layers are used</source>
        <translation>Zueinander passende Modalitäten eines Orts erzeugen, den es nicht gibt; Layer werden nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Layer to fill</source>
        <translation>Zu füllender &amp;Layer</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>One of the layers under “What you have”; the result has its pixels, data type and bands</source>
        <translation>Einer der Layer unter „Vorhandene Daten“; das Ergebnis hat dessen Pixel, Datentyp und Kanäle</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Gaps are</source>
        <translation>Lücken sind</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Also draw</source>
        <translation>Zusätzlich erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Pixels of</source>
        <translation>&amp;Pixel von</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>The result has the pixels and the CRS of this layer</source>
        <translation>Das Ergebnis hat die Pixel und das KBS dieses Layers</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Pixel si&amp;ze</source>
        <translation>Pixel&amp;größe</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Ground sampling distance of the result in metres</source>
        <translation>Bodenauflösung des Ergebnisses in Metern</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Sa&amp;ve to</source>
        <translation>Speichern i&amp;n</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Folder of the results. Temporary results are deleted when QGIS is closed.</source>
        <translation>Ordner der Ergebnisse. Temporäre Ergebnisse werden beim Schließen von QGIS gelöscht.</translation>
    </message>
</context>
</TS>
