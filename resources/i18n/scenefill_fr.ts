<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>SceneFill</name>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene (simulated)</source>
        <translation>Scène de démonstration (simulée)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical with clouds (simulated)</source>
        <translation>Optique avec nuages (simulé)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>SAR backscatter (simulated)</source>
        <translation>Rétrodiffusion SAR (simulée)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Clouds and shadows (simulated)</source>
        <translation>Nuages et ombres (simulés)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical without clouds, to compare (simulated)</source>
        <translation>Optique sans nuages, pour comparaison (simulé)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Haze</source>
        <translation>Brume</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene</source>
        <translation>Scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <location filename="../../plugin/results/styles.py"/>
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/stages.py"/>
        <source>Simulating a scene</source>
        <translation>Simulation d'une scène</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{folder} is not an offline bundle.</source>
        <translation>{folder} n'est pas un lot hors ligne.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Choose the folder with the file bundle.json that was made on another computer.</source>
        <translation>Choisissez le dossier contenant le fichier bundle.json créé sur un autre ordinateur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{name} in the offline bundle is damaged or missing.</source>
        <translation>{name} est endommagé ou manque dans le lot hors ligne.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Copy the bundle again, or make it anew.</source>
        <translation>Copiez le lot de nouveau ou recréez-le.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>The offline bundle is for {theirs}; this computer has {ours}.</source>
        <translation>Le lot hors ligne est destiné à {theirs} ; cet ordinateur utilise {ours}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Make the bundle on a computer with the same system and the same version of Python.</source>
        <translation>Créez le lot sur un ordinateur doté du même système et de la même version de Python.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/bundling.py"/>
        <source>%n wheel(s) in the bundle</source>
        <translation>
            <numerusform>%n wheel dans le lot</numerusform>
            <numerusform>%n wheels dans le lot</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{path} does not answer like Python 3.10 or later.</source>
        <translation>{path} ne répond pas comme Python 3.10 ou ultérieur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Choose the Python program of an environment, such as bin/python or Scripts\python.exe.</source>
        <translation>Choisissez le programme Python d'un environnement, par exemple bin/python ou Scripts\python.exe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Use 64-bit Python 3.10 to 3.14.</source>
        <translation>Utilisez Python 3.10 à 3.14 en 64 bits.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is too old.</source>
        <translation>Python {version} est trop ancien.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is newer than the packages that the engine needs.</source>
        <translation>Python {version} est plus récent que ne l'admettent les paquets requis par le moteur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>This Python is a 32-bit program.</source>
        <translation>Ce Python est un programme 32 bits.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are missing: {names}.</source>
        <translation>Paquets manquants : {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install them there, or let SceneFill make an environment.</source>
        <translation>Installez-les dans cet environnement ou laissez SceneFill en créer un.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are too old: {names}.</source>
        <translation>Paquets trop anciens : {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Update them there, or let SceneFill make an environment.</source>
        <translation>Mettez-les à jour dans cet environnement ou laissez SceneFill en créer un.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{name} is installed but does not load: {reason}</source>
        <translation>{name} est installé mais ne se charge pas : {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install your system's OpenMP runtime (Debian, Ubuntu: libgomp1).</source>
        <translation>Installez la bibliothèque OpenMP de votre système (Debian, Ubuntu : libgomp1).</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install Microsoft's Visual C++ Redistributable (x64), then repair the environment.</source>
        <translation>Installez Visual C++ Redistributable (x64) de Microsoft, puis réparez l'environnement.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Repair the environment; if it happens again, look whether an antivirus removed files.</source>
        <translation>Réparez l'environnement ; si le problème se reproduit, vérifiez si un antivirus a supprimé des fichiers.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Setting up SceneFill's engine</source>
        <translation>Installation du moteur de SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Removing SceneFill's engine</source>
        <translation>Suppression du moteur de SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Making an offline bundle for SceneFill</source>
        <translation>Création d'un lot hors ligne pour SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Checking a Python for SceneFill</source>
        <translation>Vérification d'un Python pour SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>The engine's environment is being worked on.</source>
        <translation>Une opération est en cours sur l'environnement du moteur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Wait, or cancel.</source>
        <translation>Patientez ou annulez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>{python} cannot make environments: its venv module is missing.</source>
        <translation>{python} ne peut pas créer d'environnements : son module venv est absent.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install it (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Installez-le (Debian, Ubuntu : python3-venv) ou installez le programme uv, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>There is no 64-bit Python {version} on this computer.</source>
        <translation>Cet ordinateur ne dispose d'aucun Python {version} en 64 bits.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install one from python.org or your system's packages, or the program uv, then try again.</source>
        <translation>Installez-en un depuis python.org ou les paquets de votre système, ou installez le programme uv, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>uv looks for Python {version}</source>
        <translation>uv recherche Python {version}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Make room on the disk of the environment's folder, then continue.</source>
        <translation>Libérez de l'espace sur le disque contenant le dossier de l'environnement, puis continuez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder has a path that is too long, or characters that Python cannot handle there.</source>
        <translation>Le chemin du dossier de l'environnement est trop long ou contient des caractères que Python n'accepte pas.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Allow long paths in Windows, or use an existing Python in a short folder such as C:\scenefill.</source>
        <translation>Autorisez les chemins longs dans Windows ou utilisez un Python existant dans un dossier au nom court, par exemple C:\scenefill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The Python that was found cannot make environments: a part of it is missing.</source>
        <translation>Le Python trouvé ne peut pas créer d'environnements : il est incomplet.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Install its venv module (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Installez son module venv (Debian, Ubuntu : python3-venv) ou le programme uv, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package arrived damaged or changed.</source>
        <translation>Un paquet reçu est endommagé ou modifié.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, make the offline bundle or the download anew.</source>
        <translation>Réessayez ; si le problème se reproduit, recréez le lot hors ligne ou relancez le téléchargement.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The proxy asks for a user name and a password.</source>
        <translation>Le proxy demande un nom d'utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Enter them in Settings ▸ Options ▸ Network, then try again.</source>
        <translation>Saisissez-les dans Préférences ▸ Options ▸ Réseau, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached through the proxy.</source>
        <translation>L'index de paquets est inaccessible par le proxy.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the proxy in Settings ▸ Options ▸ Network; a SOCKS proxy works only with the program uv.</source>
        <translation>Vérifiez le proxy dans Préférences ▸ Options ▸ Réseau ; un proxy SOCKS ne fonctionne qu'avec le programme uv.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The certificate of the package index is not trusted; often a firewall or antivirus puts in its own.</source>
        <translation>Le certificat de l'index de paquets n'est pas reconnu ; souvent, un pare-feu ou un antivirus y substitue le sien.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Add your organisation's certificate in Settings ▸ Options ▸ Authentication ▸ Manage Certificates.</source>
        <translation>Ajoutez le certificat de votre organisation dans Préférences ▸ Options ▸ Authentification ▸ Gérer les certificats.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A file could not be written: access was denied, often by an antivirus that looks at new files.</source>
        <translation>Un fichier n'a pas pu être écrit : accès refusé, souvent par un antivirus qui analyse les nouveaux fichiers.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, except the environment's folder from scanning.</source>
        <translation>Réessayez ; si le problème se reproduit, excluez le dossier de l'environnement de l'analyse.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package has no build for this Python and system.</source>
        <translation>Un paquet n'est pas disponible pour ce Python et ce système.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14, or a server.</source>
        <translation>Utilisez Python 3.10 à 3.14 en 64 bits ou un serveur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached.</source>
        <translation>L'index de paquets est inaccessible.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the connection and try again, or install from an offline bundle.</source>
        <translation>Vérifiez la connexion et réessayez, ou installez depuis un lot hors ligne.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package was not found, or has no build for this Python and system.</source>
        <translation>Un paquet est introuvable ou n'est pas disponible pour ce Python et ce système.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14 and a complete package index or offline bundle, or a server.</source>
        <translation>Utilisez Python 3.10 à 3.14 en 64 bits avec un index de paquets ou un lot hors ligne complet, ou un serveur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment could not be made: {reason}</source>
        <translation>L'environnement n'a pas pu être créé : {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The log panel has the whole output.</source>
        <translation>La sortie complète figure dans le panneau Journal des messages.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder {folder} cannot be changed: {reason}</source>
        <translation>Le dossier de l'environnement {folder} ne peut pas être modifié : {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Close other programs that use it, and check that you may write there.</source>
        <translation>Fermez les autres programmes qui l'utilisent et vérifiez que vous y avez le droit d'écriture.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <location filename="../../ui/message_texts.py"/>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/installers.py"/>
        <source>Unpacking %n package(s)</source>
        <translation>
            <numerusform>Décompression de %n paquet</numerusform>
            <numerusform>Décompression de %n paquets</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/installers.py"/>
        <source>Downloading {name}</source>
        <translation>Téléchargement de {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>SceneFill is set up for a server, not for this computer.</source>
        <translation>SceneFill est configuré pour un serveur, pas pour cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose where the engine is in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Indiquez où se trouve le moteur dans Préférences ▸ Options ▸ SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>No Python has been chosen for the engine.</source>
        <translation>Aucun Python n'a été choisi pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} does not exist.</source>
        <translation>Le Python du moteur, {path}, n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} is not a program.</source>
        <translation>Le Python du moteur, {path}, n'est pas un programme.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose another one in Settings ▸ Options ▸ SceneFill, or let SceneFill make an environment.</source>
        <translation>Choisissez-en un autre dans Préférences ▸ Options ▸ SceneFill ou laissez SceneFill créer un environnement.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment has not been made yet.</source>
        <translation>L'environnement du moteur n'a pas encore été créé.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment is not complete.</source>
        <translation>L'environnement du moteur est incomplet.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Set up the engine in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Installez le moteur dans Préférences ▸ Options ▸ SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment was made for an earlier version of SceneFill.</source>
        <translation>L'environnement du moteur a été créé pour une version antérieure de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Update it in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Mettez-le à jour dans Préférences ▸ Options ▸ SceneFill.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/managed.py"/>
        <source>%n package(s) installed</source>
        <translation>
            <numerusform>%n paquet installé</numerusform>
            <numerusform>%n paquets installés</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>SceneFill may not use the network here.</source>
        <translation>SceneFill n'est pas autorisé à utiliser le réseau ici.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Install from an offline bundle, or unset SCENEFILL_OFFLINE.</source>
        <translation>Installez depuis un lot hors ligne ou supprimez la variable SCENEFILL_OFFLINE.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>PyTorch for {build}: {reason}</source>
        <translation>PyTorch pour {build} : {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Another QGIS works on the engine's environment.</source>
        <translation>Un autre QGIS travaille sur l'environnement du moteur.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>Attendez qu'il ait terminé ou annulez l'opération dans celui-ci.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>no lock can be made</source>
        <translation>impossible de créer un verrou</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>{needed:.1f} GB are needed on the disk of {folder}, and {free:.1f} GB are free.</source>
        <translation>{needed:.1f} Go sont nécessaires sur le disque de {folder} et {free:.1f} Go sont libres.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Make room there, then try again.</source>
        <translation>Libérez-y de l'espace, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} did not answer in {seconds} seconds.</source>
        <translation>{program} n'a pas répondu en {seconds} secondes.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Try again; if it happens again, start it by hand to see what it waits for.</source>
        <translation>Réessayez ; si le problème se reproduit, lancez-le manuellement pour voir ce qu'il attend.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Cancelled; what is already there is kept.</source>
        <translation>Annulé ; les éléments déjà présents sont conservés.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} cannot be started: {reason}</source>
        <translation>{program} ne peut pas être lancé : {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Choose another Python, or check that the file may be executed.</source>
        <translation>Choisissez un autre Python ou vérifiez que le fichier est exécutable.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the only build for macOS</source>
        <translation>la seule version pour macOS</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>no NVIDIA device</source>
        <translation>aucun périphérique NVIDIA</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu}, driver {driver}</source>
        <translation>{gpu}, pilote {driver}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the driver {driver} of {gpu} is too old</source>
        <translation>le pilote {driver} de {gpu} est trop ancien</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu} is too old for PyTorch</source>
        <translation>{gpu} est trop ancien pour PyTorch</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>No data</source>
        <translation>Sans données</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Saturated or defective</source>
        <translation>Saturé ou défectueux</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dark area or cast shadow</source>
        <translation>Zone sombre ou ombre portée</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Vegetation</source>
        <translation>Végétation</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Not vegetated</source>
        <translation>Sol non végétalisé</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Water</source>
        <translation>Eau</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Unclassified</source>
        <translation>Non classé</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, medium probability</source>
        <translation>Nuage, probabilité moyenne</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, high probability</source>
        <translation>Nuage, probabilité élevée</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Thin cirrus</source>
        <translation>Cirrus fin</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow or ice</source>
        <translation>Neige ou glace</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dilated cloud</source>
        <translation>Nuage dilaté</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cirrus</source>
        <translation>Cirrus</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow</source>
        <translation>Neige</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>No layer decides the pixels; they are those of {crs}.</source>
        <translation>Aucune couche ne détermine les pixels ; ils sont ceux de {crs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the layer to fill.</source>
        <translation>Pixels de « {name} », la couche à combler.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}'.</source>
        <translation>Pixels de « {name} ».</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the finest input.</source>
        <translation>Pixels de « {name} », l'entrée la plus fine.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the temporal range of the layer.</source>
        <translation>Date {date} : étendue temporelle de la couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The unit was chosen here.</source>
        <translation>L'unité a été choisie ici.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>A picture as it is shown: its colours are no measurements.</source>
        <translation>Image telle qu'elle est affichée : ses couleurs ne sont pas des mesures.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>8-bit brightness (DN)</source>
        <translation>luminosité 8 bits (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>brightness (DN)</source>
        <translation>luminosité (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, scale {scale:g}, offset {offset:g}</source>
        <translation>{unit}, échelle {scale:g}, décalage {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, offset {offset:g}</source>
        <translation>{unit}, décalage {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as power</source>
        <translation>rétrodiffusion en puissance</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as amplitude</source>
        <translation>rétrodiffusion en amplitude</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>radiance</source>
        <translation>luminance énergétique</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their names.</source>
        <translation>Les bandes sont reconnues par leurs noms.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are numbered as those of {sensor}.</source>
        <translation>Les bandes sont numérotées comme celles de {sensor}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Band numbers are taken for those of {sensor}: check this.</source>
        <translation>Les numéros de bandes sont supposés être ceux de {sensor} : à vérifier.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their wavelengths.</source>
        <translation>Les bandes sont reconnues par leurs longueurs d'onde.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Red, green and blue as the file says.</source>
        <translation>Rouge, vert et bleu selon le fichier.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The file name says which band it is.</source>
        <translation>Le nom du fichier indique de quelle bande il s'agit.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The bands have no names; this order is assumed: {order}. Check this.</source>
        <translation>Les bandes n'ont pas de noms ; ordre supposé : {order}. À vérifier.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands} (quality, classes, opacity or the like).</source>
        <translation>Non utilisées : {bands} (qualité, classes, opacité ou similaire).</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands}; the model knows VV and VH.</source>
        <translation>Non utilisées : {bands} ; le modèle connaît VV et VH.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>What the bands are is not known: choose them.</source>
        <translation>La nature des bandes est inconnue : choisissez-la.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}.</source>
        <translation>Date {date} : balise {tag}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the name '{name}'.</source>
        <translation>Date {date} : nom « {name} ».</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}, which may be when the file was made.</source>
        <translation>Date {date} : balise {tag}, qui peut être la date de création du fichier.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The date is not known.</source>
        <translation>La date est inconnue.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <location filename="../../plugin/results/adaptation.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>reflectance</source>
        <translation>réflectance</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>does not touch the area</source>
        <translation>n'intersecte pas la zone</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>picture of a web service: colours, no measurements</source>
        <translation>image d'un service web : des couleurs, pas des mesures</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>will be copied to a GeoTIFF first</source>
        <translation>sera d'abord copiée dans un GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>covers {share} of the area</source>
        <translation>couvre {share} de la zone</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>{share} nodata</source>
        <translation>{share} de nodata</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>unit assumed: {unit}</source>
        <translation>unité supposée : {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no coordinate reference system: set it in the layer's properties</source>
        <translation>n'a pas de système de coordonnées de référence : définissez-le dans les propriétés de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>its bands are not known: choose what they are</source>
        <translation>ses bandes sont inconnues : indiquez leur nature</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>holds complex numbers: use detected backscatter</source>
        <translation>contient des nombres complexes : utilisez la rétrodiffusion détectée</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>is not georeferenced: georeference it and save it as a GeoTIFF</source>
        <translation>n'est pas géoréférencée : géoréférencez-la et enregistrez-la en GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>lies on a rotated grid: warp it first</source>
        <translation>repose sur une grille pivotée : reprojetez-la d'abord</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no band {band}: correct its bands</source>
        <translation>n'a pas de bande {band} : corrigez ses bandes</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>other CRS: will be warped</source>
        <translation>autre SCR : sera reprojetée</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>pixels of {size:.4g} {unit}: will be resampled</source>
        <translation>pixels de {size:.4g} {unit} : sera rééchantillonnée</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>Fill gaps in the current view</source>
        <translation>Combler les lacunes de la vue actuelle</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>cloud synthesise SAR infrared</source>
        <translation>nuage synthétiser SAR infrarouge</translation>
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
        <translation>Combler les lacunes et générer les modalités manquantes d'images satellite</translation>
    </message>
    <message>
        <location filename="../../plugin/main.py"/>
        <source>Fill gaps…</source>
        <translation>Combler les lacunes…</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Optical</source>
        <translation>Optique</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Infrared</source>
        <translation>Infrarouge</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>SAR backscatter</source>
        <translation>Rétrodiffusion SAR</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Multispectral (red edge)</source>
        <translation>Multispectral (red edge)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Panchromatic</source>
        <translation>Panchromatique</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Thermal infrared</source>
        <translation>Infrarouge thermique</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Bands: {bands}</source>
        <translation>Bandes : {bands}</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>reflectance (0–1)</source>
        <translation>réflectance (0–1)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>brightness (0–255)</source>
        <translation>luminosité (0–255)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>{polarisation} ({band} band)</source>
        <translation>{polarisation} (bande {band})</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Elevation</source>
        <translation>Altitude</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit: {unit}</source>
        <translation>Unité : {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/algorithm.py"/>
        <source>satellite,remote sensing,Sentinel,Landsat,SAR,infrared,clouds,gaps,synthetic,machine learning</source>
        <translation>satellite,télédétection,Sentinel,Landsat,SAR,infrarouge,nuages,lacunes,synthétique,apprentissage automatique</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Here lie the job, every drawn raster with its provenance and spread, and a STAC Item that says how it was made. The files below are second names of these.</source>
        <translation>Contient la tâche, chaque raster généré avec sa provenance et sa dispersion, ainsi qu'un STAC Item décrivant sa fabrication. Les fichiers ci-dessous en sont des liens sous d'autres noms.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Where a pixel comes from: 0 observed, 1 drawn beside observed pixels, 2 from other modalities alone.</source>
        <translation>Origine de chaque pixel : 0 observé, 1 généré à côté de pixels observés, 2 à partir d'autres modalités seulement.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The standard deviation of every drawn pixel, in the unit of its modality; 0 where observed.</source>
        <translation>Écart-type de chaque pixel généré, dans l'unité de sa modalité ; 0 pour les pixels observés.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>{modality}, drawn everywhere</source>
        <translation>{modality}, générée partout</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>All drawn rasters</source>
        <translation>Tous les rasters générés</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>STAC Item of the result</source>
        <translation>STAC Item du résultat</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The job: {path}</source>
        <translation>Tâche : {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>unit guessed by the engine</source>
        <translation>unité déduite par le moteur</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>date unknown</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <source>Folder of the run</source>
        <translation>Dossier de l'exécution</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Job file</source>
        <translation>Fichier de tâche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features</source>
        <translation>Caractéristiques de la scène</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers the scene from layers of a place and writes it as features for a classifier</source>
        <translation>Déduit la scène des couches d'un lieu et l'écrit comme caractéristiques pour un classifieur</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers what SceneFill draws from, the scene, and writes it as a raster with a band for each feature, at half the resolution of the finest layer. Layers with gaps, other dates and other modalities go into one set of features: train a classifier or a regression of your own on it.

Features are no measurement, and those of one model cannot be compared with those of another.</source>
        <translation>Déduit ce à partir de quoi SceneFill génère, la scène, et l'écrit sous forme de raster avec une bande par caractéristique, à la moitié de la résolution de la couche la plus fine. Les couches lacunaires, d'autres dates et d'autres modalités sont réunies en un seul jeu de caractéristiques : entraînez-y votre propre classifieur ou régression.

Les caractéristiques ne sont pas une mesure, et celles d'un modèle ne sont pas comparables à celles d'un autre.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Where to infer the scene, on the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Zone où déduire la scène, sur les pixels de la couche la plus fine. Vide : emprise de la première couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Here lie the job and the raster of features. The file below is a second name of it.</source>
        <translation>Contient la tâche et le raster des caractéristiques. Le fichier ci-dessous en est un lien sous un autre nom.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>A Cloud Optimized GeoTIFF of 32-bit numbers with a band for each feature.</source>
        <translation>Cloud Optimized GeoTIFF de nombres à 32 bits avec une bande par caractéristique.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features of {layer}</source>
        <translation>Caractéristiques de la scène de {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Cancelled; no features were written.</source>
        <translation>Annulé ; aucune caractéristique n'a été écrite.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Id of a model that ships with SceneFill, or the folder of one.</source>
        <translation>Identifiant d'un modèle fourni avec SceneFill ou dossier d'un modèle.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Layers of the place</source>
        <translation>Couches du lieu</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/feedback.py"/>
        <source>A draft lies at {path}</source>
        <translation>Une ébauche se trouve dans {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill gaps</source>
        <translation>Combler les lacunes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws the ground under clouds and in other gaps of a satellite image</source>
        <translation>Génère le sol sous les nuages et dans les autres lacunes d'une image satellite</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws what is missing in a satellite image: the ground under clouds, in strips without data, in polygons. Other layers of the same place (an earlier image, radar, elevation) are used where they are given.

The result has the pixels, CRS, data type and scale of the layer. Observed pixels are kept bit for bit. What is drawn is synthetic, not a measurement: look at provenance and spread.

At least one gap source is needed: nodata, clouds, a mask or polygons.</source>
        <translation>Génère ce qui manque dans une image satellite : le sol sous les nuages, dans les stries sans données ou dans des polygones. Les autres couches du même lieu (image antérieure, radar, altitude) sont utilisées si elles sont fournies.

Le résultat reprend les pixels, le SCR, le type de données et l'échelle de la couche. Les pixels observés sont conservés au bit près. Ce qui est généré est synthétique et n'est pas une mesure : consultez la provenance et la dispersion.

Au moins une source de lacunes est requise : nodata, nuages, masque ou polygones.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Layer to fill</source>
        <translation>Couche à combler</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster file with a CRS. Its observed pixels are kept, bit for bit.</source>
        <translation>Fichier raster doté d'un SCR. Ses pixels observés sont conservés au bit près.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Other layers of the place</source>
        <translation>Autres couches du lieu</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Also draw</source>
        <translation>Générer aussi</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Modalities that are drawn everywhere, beside the filled layer.</source>
        <translation>Modalités générées partout, en plus de la couche comblée.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Part of the layer to fill, snapped to its pixels. Left empty, all of it.</source>
        <translation>Partie de la couche à combler, calée sur ses pixels. Vide : toute la couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Date of the layer</source>
        <translation>Date de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy. Left empty, guessed.</source>
        <translation>aaaa-mm-jj, aaaa-mm ou aaaa. Vide : déduite.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Filled layer</source>
        <translation>Couche comblée</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A Cloud Optimized GeoTIFF with the bands, data type and scale of the layer.</source>
        <translation>Cloud Optimized GeoTIFF avec les bandes, le type de données et l'échelle de la couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and shadows that were found</source>
        <translation>Nuages et ombres détectés</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill pixels without data</source>
        <translation>Combler les pixels sans données</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps are pixels that the layer's nodata value, mask or alpha band marks, and NaN.</source>
        <translation>Les lacunes sont les pixels désignés par la valeur nodata, le masque ou la bande alpha de la couche, ainsi que les NaN.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill clouds found in the image</source>
        <translation>Combler les nuages détectés dans l'image</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and their shadows are looked for in the image; what was found is written out as a mask.</source>
        <translation>Les nuages et leurs ombres sont recherchés dans l'image ; le résultat est écrit sous forme de masque.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask or class layer</source>
        <translation>Couche de masque ou de classes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster of classes or quality bits, such as SCL, QA_PIXEL or a cloud mask.</source>
        <translation>Raster de classes ou de bits de qualité, par exemple SCL, QA_PIXEL ou un masque de nuages.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Band of the mask</source>
        <translation>Bande du masque</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Left empty, the first band.</source>
        <translation>Vide : la première bande.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values that are gaps</source>
        <translation>Valeurs du masque désignant les lacunes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Whole numbers and ranges, such as 3, 8-10. Left empty: clouds and shadows of an SCL or QA_PIXEL layer.</source>
        <translation>Nombres entiers et plages, par exemple 3, 8-10. Vide : nuages et ombres d'une couche SCL ou QA_PIXEL.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask bits that are gaps</source>
        <translation>Bits du masque désignant les lacunes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bit positions from 0, the lowest, such as 3, 4: a pixel is a gap where any of them is set.</source>
        <translation>Positions des bits à partir de 0, le bit de poids faible, par exemple 3, 4 : un pixel est une lacune si l'un d'eux est à 1.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Polygons to fill</source>
        <translation>Polygones à combler</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Everything inside these polygons is drawn.</source>
        <translation>Tout l'intérieur de ces polygones est généré.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widen gaps by (pixels)</source>
        <translation>Élargissement des lacunes (pixels)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widens clouds, mask and polygons by so many pixels of the layer: haze and soft shadows at their edges. Left empty, clouds found in the image by {pixels}, mask and polygons not at all.</source>
        <translation>Élargit les nuages, le masque et les polygones de ce nombre de pixels de la couche : brume et ombres diffuses sur leurs bords. Si vide, les nuages détectés dans l'image de {pixels}, le masque et les polygones pas du tout.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{date}' is no date.</source>
        <translation>« {date} » n'est pas une date.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give yyyy-mm-dd, yyyy-mm or yyyy.</source>
        <translation>Indiquez aaaa-mm-jj, aaaa-mm ou aaaa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values and mask bits are both given.</source>
        <translation>Des valeurs et des bits de masque sont indiqués à la fois.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give one of them.</source>
        <translation>N'indiquez que les uns ou les autres.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says what is to be filled.</source>
        <translation>Rien n'indique ce qui est à combler.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Choose pixels without data, clouds, a mask or polygons.</source>
        <translation>Choisissez les pixels sans données, les nuages, un masque ou des polygones.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps filled in {layer}</source>
        <translation>Lacunes comblées dans {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>The mask '{name}' is not a file that the engine can open.</source>
        <translation>Le masque « {name} » n'est pas un fichier que le moteur peut ouvrir.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Save it as a GeoTIFF and choose that.</source>
        <translation>Enregistrez-le en GeoTIFF et choisissez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says which values of the mask '{name}' are gaps.</source>
        <translation>Rien n'indique quelles valeurs du masque « {name} » sont des lacunes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give mask values, such as 1, 2.</source>
        <translation>Indiquez des valeurs du masque, par exemple 1, 2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Cloud probability from</source>
        <translation>Probabilité minimale de nuage</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>From which probability, 0 to 1, a pixel is a cloud. Left empty, the detector's own threshold.</source>
        <translation>Probabilité, de 0 à 1, à partir de laquelle un pixel est un nuage. Vide : seuil propre au détecteur.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bands of the layer</source>
        <translation>Bandes de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Such as red=4, green=3, blue=2, nir=8. Left empty, guessed. Bands of other names are carried along.</source>
        <translation>Par exemple red=4, green=3, blue=2, nir=8. Vide : déduites. Les bandes portant d'autres noms sont comblées avec les autres.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Unit of the layer</source>
        <translation>Unité de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>What the numbers are once scale and offset are applied. Left empty, guessed.</source>
        <translation>Signification des nombres après application de l'échelle et du décalage. Vide : déduite.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Scale of the layer</source>
        <translation>Échelle de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Value in the unit = number × scale + offset. Left empty, guessed.</source>
        <translation>Valeur dans l'unité = nombre × échelle + décalage. Vide : déduite.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Offset of the layer</source>
        <translation>Décalage de la couche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{text}' does not name a band of its own.</source>
        <translation>« {text} » ne nomme pas une bande distincte.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give band names and numbers, such as red=4, green=3, blue=2.</source>
        <translation>Indiquez des noms et des numéros de bandes, par exemple red=4, green=3, blue=2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Find clouds</source>
        <translation>Détecter les nuages</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in a satellite image and writes them as a mask to edit</source>
        <translation>Détecte les nuages et leurs ombres dans une image satellite et les écrit sous forme de masque modifiable</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in the image itself and writes a mask on its pixels: 1 is cloud or shadow, 0 is clear, 255 is no data. Nothing is drawn.

Look at the mask, correct it (with a raster editor such as Serval, or as polygons), and give it to 'Fill gaps' as the mask, with 1 as the value that is a gap.</source>
        <translation>Détecte les nuages et leurs ombres dans l'image elle-même et écrit un masque sur ses pixels : 1 pour nuage ou ombre, 0 pour dégagé, 255 pour sans données. Rien n'est généré.

Examinez le masque, corrigez-le (avec un éditeur de rasters comme Serval, ou sous forme de polygones) et fournissez-le à « Combler les lacunes » comme masque, avec 1 comme valeur désignant les lacunes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Layer with clouds</source>
        <translation>Couche avec nuages</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A raster file with a CRS and with red, green and blue bands; more bands find clouds better.</source>
        <translation>Fichier raster doté d'un SCR et de bandes rouge, verte et bleue ; avec davantage de bandes, les nuages sont mieux détectés.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widen clouds by (pixels)</source>
        <translation>Élargissement des nuages (pixels)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widens what was found by so many pixels of the layer: haze and soft shadows at the edges.</source>
        <translation>Élargit ce qui a été détecté de ce nombre de pixels de la couche : brume et ombres diffuses sur les bords.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A GeoTIFF of 8-bit numbers on the pixels of the layer: 1 cloud or shadow, 0 clear, 255 no data.</source>
        <translation>GeoTIFF de nombres à 8 bits sur les pixels de la couche : 1 nuage ou ombre, 0 dégagé, 255 sans données.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Cancelled; no mask was written.</source>
        <translation>Annulé ; aucun masque n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds in {layer}</source>
        <translation>Nuages dans {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds cannot be found in '{layer}' without these bands: {bands}.</source>
        <translation>Les nuages ne peuvent pas être détectés dans « {layer} » sans ces bandes : {bands}.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Say which they are, such as red=4, green=3, blue=2, or choose another layer.</source>
        <translation>Indiquez lesquelles ce sont, p. ex. red=4, green=3, blue=2, ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Clouds and shadows</source>
        <translation>Nuages et ombres</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Imagine a scene</source>
        <translation>Imaginer une scène</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws several modalities of a place that does not exist</source>
        <translation>Génère plusieurs modalités d'un lieu qui n'existe pas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws a place that does not exist, in all the chosen modalities at once, without any input. The extent says where on the map it lies, and no more. Another seed gives another scene.

What is drawn is synthetic, not a measurement.</source>
        <translation>Génère un lieu qui n'existe pas, dans toutes les modalités choisies à la fois, sans aucune entrée. L'emprise indique seulement où il se trouve sur la carte. Une autre graine donne une autre scène.

Ce qui est généré est synthétique et n'est pas une mesure.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Where on the map the scene lies.</source>
        <translation>Emplacement de la scène sur la carte.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>CRS of the result</source>
        <translation>SCR du résultat</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Left empty, that of the extent, or the UTM zone of an extent in degrees.</source>
        <translation>Vide : celui de l'emprise, ou la zone UTM d'une emprise en degrés.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Metres on the ground; the demo model was trained on 10 to 30.</source>
        <translation>Mètres au sol ; le modèle de démonstration a été entraîné de 10 à 30.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent is empty.</source>
        <translation>L'emprise est vide.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Choose where the scene lies.</source>
        <translation>Choisissez l'emplacement de la scène.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent has no CRS.</source>
        <translation>L'emprise n'a pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Add it, such as 0,1,0,1 [EPSG:32632].</source>
        <translation>Ajoutez-le, par exemple 0,1,0,1 [EPSG:32632].</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>An imagined scene</source>
        <translation>Une scène imaginée</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixel size (metres)</source>
        <translation>Taille des pixels (mètres)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities to draw</source>
        <translation>Modalités à générer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn jointly, so that they agree.</source>
        <translation>Générées conjointement, donc cohérentes entre elles.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn modality</source>
        <translation>Modalité générée</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run.</source>
        <translation>Cloud Optimized GeoTIFF de la première modalité ; les autres se trouvent dans le dossier de l'exécution.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Rasters of the same place: other dates, radar, elevation. Modality, bands, unit and date of each are guessed from its metadata, band names, file name and values; the log says what was guessed.</source>
        <translation>Rasters du même lieu : autres dates, radar, altitude. La modalité, les bandes, l'unité et la date de chacun sont déduites de ses métadonnées, noms de bandes, nom de fichier et valeurs ; le journal indique ce qui a été déduit.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Roles of the layers (JSON)</source>
        <translation>Rôles des couches (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Overrules the guesses: a JSON list of objects as under "inputs" of a job file. "path" is the path, file name or name of one of the layers; "bands", "unit", "scale", "offset", "date" and "gaps" that are given replace what was guessed. Two objects of one layer use it twice.</source>
        <translation>Prévaut sur les déductions : liste JSON d'objets, comme sous "inputs" dans un fichier de tâche. "path" est le chemin, le nom de fichier ou le nom d'une des couches ; les membres "bands", "unit", "scale", "offset", "date" et "gaps" fournis remplacent ce qui a été déduit. Deux objets pour une même couche l'utilisent deux fois.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: the direct estimate, in seconds. Standard: samples of 4 steps. Best: samples of 8 steps, which takes twice as long.</source>
        <translation>Ébauche : estimation directe, en quelques secondes. Standard : échantillons de 4 pas. Optimale : échantillons de 8 pas, deux fois plus longue.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>The same seed gives the same result, byte for byte, on the same machine.</source>
        <translation>La même graine donne le même résultat, octet pour octet, sur la même machine.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Scenes</source>
        <translation>Scènes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many scenes are drawn, 1 to 64, each as files of its own.</source>
        <translation>Nombre de scènes générées, de 1 à 64, chacune dans ses propres fichiers.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Denoising steps</source>
        <translation>Pas de débruitage</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of each sample, 1 to 100. Left empty, the quality decides.</source>
        <translation>Pas de chaque échantillon, de 1 à 100. Vide : selon la qualité.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Continue an interrupted run</source>
        <translation>Continuer une exécution interrompue</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Goes on with the job in the folder of the run, if there is one; the other parameters are not looked at.</source>
        <translation>Poursuit la tâche présente dans le dossier de l'exécution, s'il y en a une ; les autres paramètres sont ignorés.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: no sampling</source>
        <translation>Ébauche : sans échantillonnage</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Estimate: mean of the samples</source>
        <translation>Estimation : moyenne des échantillons</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Realisations: a file for each sample</source>
        <translation>Réalisations : un fichier par échantillon</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>What is made of the samples. Left empty, the quality decides.</source>
        <translation>Exploitation des échantillons. Vide : selon la qualité.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Samples</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many samples are drawn, 1 to 64. Left empty, the quality decides.</source>
        <translation>Nombre d'échantillons générés, de 1 à 64. Vide : selon la qualité.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Learning steps</source>
        <translation>Pas d'apprentissage</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of training on the observed pixels of the layer, before it is filled; what was learnt is kept only if blocks that were held out get better. 200 take about a minute, 0 is none. Left empty, the quality decides: 0 for Draft, 200 for Standard, 400 for Best.</source>
        <translation>Pas d'entraînement sur les pixels observés de la couche, avant de la combler ; ce qui est appris n'est conservé que si des blocs mis de côté s'améliorent. 200 prennent environ une minute, 0 n'en fait aucun. Vide : selon la qualité, 0 pour Ébauche, 200 pour Standard, 400 pour Optimale.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/area_panel.py"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Draft</source>
        <translation>Ébauche</translation>
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
        <translation>Optimale</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Plan a job</source>
        <translation>Planifier une tâche</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Says what a job would do: pixels, windows, time, memory and disk</source>
        <translation>Indique ce que ferait une tâche : pixels, fenêtres, durée, mémoire et disque</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Opens the inputs of a job file and says what the job would do on this computer: coverage of the inputs, units, pixels and windows to draw, time, memory and disk. Nothing is drawn.

Job files are written by the other algorithms into the folder of the run, and by the SceneFill panel.</source>
        <translation>Ouvre les entrées d'un fichier de tâche et indique ce que la tâche ferait sur cet ordinateur : couverture des entrées, unités, pixels et fenêtres à générer, durée, mémoire et disque. Rien n'est généré.

Les fichiers de tâche sont écrits par les autres algorithmes dans le dossier de l'exécution, ainsi que par le panneau SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Jobs (*.json)</source>
        <translation>Tâches (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>A job as JSON. Relative paths in it count from its folder.</source>
        <translation>Tâche au format JSON. Les chemins relatifs qu'elle contient partent de son dossier.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan as a page.</source>
        <translation>Le plan sous forme de page.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report (JSON)</source>
        <translation>Rapport (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan for programs.</source>
        <translation>Le plan à l'usage des programmes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Share of the pixels that are drawn (0 to 1)</source>
        <translation>Part des pixels à générer (0 à 1)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows</source>
        <translation>Fenêtres</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows in which something is drawn</source>
        <translation>Fenêtres avec des pixels à générer</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Time (seconds)</source>
        <translation>Durée (secondes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Memory (bytes)</source>
        <translation>Mémoire (octets)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Size of the results (bytes)</source>
        <translation>Taille des résultats (octets)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Disk needed while it runs (bytes)</source>
        <translation>Espace disque requis pendant l'exécution (octets)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>{modality} covers {share} %</source>
        <translation>{modality} couvre {share} %</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons have no CRS.</source>
        <translation>Les polygones n'ont pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Set the CRS of their layer.</source>
        <translation>Définissez le SCR de leur couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons could not be written: {problem}</source>
        <translation>Les polygones n'ont pas pu être écrits : {problem}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose another folder of the run, or check the disk.</source>
        <translation>Choisissez un autre dossier d'exécution ou vérifiez le disque.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>There are no polygons.</source>
        <translation>Il n'y a aucun polygone.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose or select at least one.</source>
        <translation>Choisissez-en ou sélectionnez-en au moins un.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/provider.py"/>
        <source>SceneFill: gaps and missing modalities of satellite images</source>
        <translation>SceneFill : lacunes et modalités manquantes d'images satellite</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Simulate a demo scene</source>
        <translation>Simuler une scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws an invented place as Sentinel-like layers, with clouds and the truth under them</source>
        <translation>Génère un lieu fictif sous forme de couches de type Sentinel, avec des nuages et la vérité terrain sous les nuages</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws a place that does not exist from a seed: relief, rivers, fields, settlements, the way Sentinel-2 and Sentinel-1 would see them, with clouds and their shadows, and the truth under them. A job file that fills the clouds lies beside the layers.

The same seed gives the same scene.</source>
        <translation>Génère à partir d'une graine un lieu qui n'existe pas : relief, rivières, champs, agglomérations, tels que Sentinel-2 et Sentinel-1 les verraient, avec des nuages et leurs ombres, et la vérité terrain en dessous. Un fichier de tâche qui comble les nuages accompagne les couches.

La même graine donne la même scène.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>The same seed, the same place.</source>
        <translation>La même graine donne le même lieu.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Size (pixels)</source>
        <translation>Taille (pixels)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixels along each side, 64 to 4096; another size is another place.</source>
        <translation>Pixels par côté, de 64 à 4096 ; une autre taille donne un autre lieu.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>1 to 120 metres.</source>
        <translation>De 1 à 120 mètres.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloud cover</source>
        <translation>Couverture nuageuse</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the scene under cloud, 0 to 1.</source>
        <translation>Part de la scène sous les nuages, de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the year that is over: 0 is 1 January, 0.5 the beginning of July.</source>
        <translation>Part de l'année écoulée : 0 est le 1er janvier, 0.5 le début de juillet.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Folder of the scene</source>
        <translation>Dossier de la scène</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>All rasters of the scene and a job that fills its clouds are written here.</source>
        <translation>Tous les rasters de la scène et une tâche qui comble ses nuages y sont écrits.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>A GeoTIFF; the same raster lies in the folder of the scene.</source>
        <translation>GeoTIFF ; le même raster se trouve dans le dossier de la scène.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Area that the radar did not see</source>
        <translation>Zone non vue par le radar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Job file that fills the clouds</source>
        <translation>Fichier de tâche qui comble les nuages</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Date of the scene</source>
        <translation>Date de la scène</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>{layer} (simulated)</source>
        <translation>{layer} (simulation)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy colour image</source>
        <translation>Image couleur nuageuse</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy image, 13 bands</source>
        <translation>Image nuageuse, 13 bandes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Image without clouds, 13 bands</source>
        <translation>Image sans nuages, 13 bandes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Surface temperature</source>
        <translation>Température de surface</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Panchromatic image</source>
        <translation>Image panchromatique</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Land cover</source>
        <translation>Occupation du sol</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Synthesise modalities</source>
        <translation>Synthétiser des modalités</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws infrared, SAR or other modalities from layers of the same place</source>
        <translation>Génère l'infrarouge, le SAR ou d'autres modalités à partir de couches du même lieu</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws modalities where none were taken: infrared from a colour image, SAR from optical, optical from SAR. The result lies on the pixels of the finest layer.

What is drawn is synthetic, not a measurement: look at the spread.</source>
        <translation>Génère des modalités là où aucune n'a été acquise : infrarouge à partir d'une image couleur, SAR à partir de l'optique, optique à partir du SAR. Le résultat est calé sur les pixels de la couche la plus fine.

Ce qui est généré est synthétique et n'est pas une mesure : consultez la dispersion.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Where to draw, snapped to the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Zone à générer, calée sur les pixels de la couche la plus fine. Vide : emprise de la première couche.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities drawn from {layer}</source>
        <translation>Modalités générées à partir de {layer}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/remote/estimate.py"/>
        <source>%n job(s) are waiting there already.</source>
        <translation>
            <numerusform>%n tâche y attend déjà.</numerusform>
            <numerusform>%n tâches y attendent déjà.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/remote/estimate.py"/>
        <source>The server does not know yet how fast it is.</source>
        <translation>Le serveur ne connaît pas encore sa vitesse.</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <source>Cancelling “{title}” on the server</source>
        <translation>Annulation de « {title} » sur le serveur</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking the server</source>
        <translation>Interrogation du serveur</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <source>{server}: {processor}</source>
        <translation>{server} : {processor}</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <location filename="../../plugin/runner/remote.py"/>
        <source>Server {name}</source>
        <translation>Serveur {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/reopening.py"/>
        <source>Opening “{title}”</source>
        <translation>Ouverture de « {title} »</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene.</source>
        <translation>Apprentissage sur la scène effectué.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Nothing was learnt from the scene.</source>
        <translation>Rien n'a été appris de la scène.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene: error on held-out blocks {before} → {after}.</source>
        <translation>Apprentissage sur la scène : erreur sur les blocs mis de côté {before} → {after}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>What was learnt from the scene was not kept: no better on held-out blocks ({before} → {after}).</source>
        <translation>Ce qui a été appris de la scène n'a pas été conservé : pas mieux sur les blocs mis de côté ({before} → {after}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{title} (synthetic)</source>
        <translation>{title} (synthétique)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found</source>
        <translation>Nuages détectés</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Realisations (synthetic)</source>
        <translation>Réalisations (synthétiques)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found in {layer}</source>
        <translation>Nuages détectés dans {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance of bands carried along: {product}</source>
        <translation>Provenance des bandes associées : {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance: {product}</source>
        <translation>Provenance : {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread: {product} (standard deviation of {band}, {unit})</source>
        <translation>Dispersion : {product} (écart-type de {band}, {unit})</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, realisation {number} (synthetic)</source>
        <translation>{product}, réalisation {number} (synthétique)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, gaps filled (synthetic)</source>
        <translation>{product}, lacunes comblées (synthétique)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, drawn (synthetic)</source>
        <translation>{product}, généré (synthétique)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model weights: {licence}</source>
        <translation>Poids du modèle : {licence}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Do not use drawn pixels as evidence of what was on the ground; look at the provenance and the spread beside them.</source>
        <translation>N'utilisez pas les pixels générés comme preuve de l'état du terrain ; consultez la provenance et la dispersion fournies avec eux.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Synthetic, not a measurement.</source>
        <translation>Synthétique, n'est pas une mesure.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: gaps filled by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality} : lacunes comblées par SceneFill ; les pixels observés sont inchangés.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: drawn by SceneFill.</source>
        <translation>{modality} : généré par SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality} : une réalisation générée par SceneFill ; les pixels observés sont inchangés.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill.</source>
        <translation>{modality} : une réalisation générée par SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: for every pixel, whether it was observed or what it was drawn from.</source>
        <translation>{modality} : pour chaque pixel, s'il a été observé ou à partir de quoi il a été généré.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: estimated standard deviation of what was drawn, in the unit of each band; 0 where observed.</source>
        <translation>{modality} : écart-type estimé de ce qui a été généré, dans l'unité de chaque bande ; 0 pour les pixels observés.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: where clouds and other gaps were found.</source>
        <translation>{modality} : emplacement des nuages et autres lacunes détectés.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Inputs: {inputs}.</source>
        <translation>Entrées : {inputs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Drawn without inputs.</source>
        <translation>Généré sans entrées.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model {model} {version}; mode {mode}, {steps} steps, {samples} samples, seed {seed}.</source>
        <translation>Modèle {model} {version} ; mode {mode}, {steps} pas, {samples} échantillons, graine {seed}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{time}: drawn by SceneFill {version} with model {model} (weights SHA-256 {digest}).</source>
        <translation>{time} : généré par SceneFill {version} avec le modèle {model} (SHA-256 des poids {digest}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Input {name}: SHA-256 {digest}.</source>
        <translation>Entrée {name} : SHA-256 {digest}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Software: {versions}.</source>
        <translation>Logiciels : {versions}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Full record (STAC Item)</source>
        <translation>Enregistrement complet (STAC Item)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/place.py"/>
        <source>Draft (preview, synthetic): {product}</source>
        <translation>Ébauche (aperçu, synthétique) : {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Observed</source>
        <translation>Observé</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn, with its own neighbours in sight</source>
        <translation>Généré, avec des pixels observés à proximité</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn from other modalities only</source>
        <translation>Généré à partir d'autres modalités seulement</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Carried along by regression</source>
        <translation>Complété par régression</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Gap</source>
        <translation>Lacune</translation>
    </message>
    <message>
        <location filename="../../plugin/results/translation.py"/>
        <source>{target} was told pixel by pixel from {shown}, as {places} other places taught.</source>
        <translation>{target} : déduit pixel par pixel de {shown}, comme l'ont appris {places} autres lieux.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Two bands are called '{name}': choose another name for one, or do not use it.</source>
        <translation>Deux bandes s'appellent « {name} » : renommez-en une ou ne l'utilisez pas.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Say of at least one band what it is: a layer without a known band tells nothing.</source>
        <translation>Indiquez la nature d'au moins une bande : une couche sans bande connue n'apporte aucune information.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/role_check.py"/>
        <source>At most %n band(s) can be used of one layer.</source>
        <translation>
            <numerusform>%n bande au plus peut être utilisée par couche.</numerusform>
            <numerusform>%n bandes au plus peuvent être utilisées par couche.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>'{date}' is no date: give year-month-day, year-month or a year, such as 2020-08-23.</source>
        <translation>« {date} » n'est pas une date : indiquez année-mois-jour, année-mois ou une année, par exemple 2020-08-23.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>A scale of 0 makes all pixels equal: give another one, or leave it empty.</source>
        <translation>Une échelle de 0 rend tous les pixels égaux : indiquez-en une autre ou laissez le champ vide.</translation>
    </message>
    <message>
        <location filename="../../plugin/runner/local.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Removing old temporary files</source>
        <translation>Suppression d'anciens fichiers temporaires</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill run</source>
        <translation>Exécution SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill: {title}</source>
        <translation>SceneFill : {title}</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>The project was closed meanwhile: the results of “{title}” are in the list of past runs.</source>
        <translation>Le projet a été fermé entre-temps : les résultats de « {title} » figurent dans l'historique des exécutions.</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Estimating</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>“{title}” is done on the server: fetch its results in the list of past runs.</source>
        <translation>« {title} » est terminé sur le serveur : récupérez ses résultats dans l'historique des exécutions.</translation>
    </message>
    <message>
        <location filename="../../plugin/session.py"/>
        <source>Looking at the engine</source>
        <translation>Examen du moteur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Starting the engine</source>
        <translation>Démarrage du moteur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching layers</source>
        <translation>Récupération des couches</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Sending the layers</source>
        <translation>Envoi des couches</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Waiting for the server</source>
        <translation>En attente du serveur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching the results</source>
        <translation>Récupération des résultats</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Reading the inputs</source>
        <translation>Lecture des entrées</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing the draft</source>
        <translation>Génération de l'ébauche</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Learning from the scene</source>
        <translation>Apprentissage sur la scène</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing</source>
        <translation>Génération</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Putting the windows together</source>
        <translation>Assemblage des fenêtres</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Writing the results</source>
        <translation>Écriture des résultats</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking for clouds</source>
        <translation>Détection des nuages</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking at this computer</source>
        <translation>Examen de cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Making the environment</source>
        <translation>Création de l'environnement</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Installing packages</source>
        <translation>Installation des paquets</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Downloading packages</source>
        <translation>Téléchargement des paquets</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Removing</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Next in the server's queue</source>
        <translation>Prochain dans la file du serveur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Number {position} in the server's queue</source>
        <translation>Numéro {position} dans la file du serveur</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <location filename="../../ui/environment_panel.py"/>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Toute la couche</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>{width} × {height} pixels of {size} {unit} ({pixels})</source>
        <translation>{width} × {height} pixels de {size} {unit} ({pixels})</translation>
    </message>
    <message>
        <location filename="../../ui/band_combo.py"/>
        <source>not used</source>
        <translation>non utilisée</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy versions, device, this error and the last messages, without names, passwords and tokens</source>
        <translation>Copier les versions, le périphérique, cette erreur et les derniers messages, sans noms, mots de passe ni jetons</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Look again</source>
        <translation>Réexaminer</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Start the engine and look again at what it runs on</source>
        <translation>Démarrer le moteur et réexaminer le matériel dont il dispose</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Threads, server and the engine's environment</source>
        <translation>Threads, serveur et environnement du moteur</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Set up engine…</source>
        <translation>Installer le moteur…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Make or choose the Python environment that the engine runs in</source>
        <translation>Créer ou choisir l'environnement Python dans lequel s'exécute le moteur</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Looking for the engine…</source>
        <translation>Recherche du moteur…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/device_bar.py"/>
        <source>{memory} GB memory, %n core(s)</source>
        <translation>
            <numerusform>{memory} Go de mémoire, %n cœur</numerusform>
            <numerusform>{memory} Go de mémoire, %n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Drawing the demo scene…</source>
        <translation>Génération de la scène de démonstration…</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Open demo scene</source>
        <translation>Ouvrir la scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine stopped</source>
        <translation>Le moteur s'est arrêté</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine is not ready</source>
        <translation>Le moteur n'est pas prêt</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Something went wrong in SceneFill itself.</source>
        <translation>Une erreur s'est produite dans SceneFill même.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Copy the diagnostics and report it.</source>
        <translation>Copiez le diagnostic et signalez le problème.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>SceneFill and its engine do not understand each other.</source>
        <translation>SceneFill et son moteur ne se comprennent pas.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS; if it happens again, make the engine environment anew.</source>
        <translation>Redémarrez QGIS ; si le problème se reproduit, recréez l'environnement du moteur.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process ended unexpectedly.</source>
        <translation>Le processus du moteur s'est terminé de façon inattendue.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Resume the run: finished windows are kept. If it happens again, copy the diagnostics and report it.</source>
        <translation>Reprenez l'exécution : les fenêtres terminées sont conservées. Si le problème se reproduit, copiez le diagnostic et signalez-le.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process is of another version of SceneFill than the plugin.</source>
        <translation>Le processus du moteur est d'une autre version de SceneFill que l'extension.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS, so that all of SceneFill is of one version.</source>
        <translation>Redémarrez QGIS afin que tous les éléments de SceneFill soient de la même version.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process does not start.</source>
        <translation>Le processus du moteur ne démarre pas.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Check the engine environment in the options.</source>
        <translation>Vérifiez l'environnement du moteur dans les options.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_dialog.py"/>
        <source>Set up the engine</source>
        <translation>Installer le moteur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python of the engine</source>
        <translation>Python du moteur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Set from outside QGIS by {names}, and so fixed here.</source>
        <translation>Défini hors de QGIS par {names}, donc non modifiable ici.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Remove the engine's environment</source>
        <translation>Supprimer l'environnement du moteur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>It can be set up again at any time, which downloads its packages once more. Remove it?</source>
        <translation>Il peut être réinstallé à tout moment, ce qui télécharge de nouveau ses paquets. Le supprimer ?</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Folder of the offline bundle</source>
        <translation>Dossier du lot hors ligne</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Empty folder for the offline bundle</source>
        <translation>Dossier vide pour le lot hors ligne</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Being set up. QGIS can be used meanwhile, and this page closed.</source>
        <translation>Installation en cours. QGIS reste utilisable et cette page peut être fermée.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Download the packages and install them</source>
        <translation>Télécharger les paquets et les installer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not complete. Continue where it stopped.</source>
        <translation>Incomplet. Continuez là où l'installation s'est arrêtée.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>C&amp;ontinue</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Go on with what is there</source>
        <translation>Poursuivre avec les éléments présents</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Made for another version of SceneFill. Update it to be safe.</source>
        <translation>Créé pour une autre version de SceneFill. Mettez-le à jour par précaution.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Update</source>
        <translation>Mettre à &amp;jour</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Install what this version of SceneFill is tested with</source>
        <translation>Installer les paquets avec lesquels cette version de SceneFill a été testée</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Re&amp;pair</source>
        <translation>Ré&amp;parer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Check all files and install again what is missing or damaged</source>
        <translation>Vérifier tous les fichiers et réinstaller ceux qui manquent ou sont endommagés</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment is ready.</source>
        <translation>L'environnement du moteur est prêt.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The bundle is ready. Copy its folder to the other computers.</source>
        <translation>Le lot est prêt. Copiez son dossier sur les autres ordinateurs.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment has been removed.</source>
        <translation>L'environnement du moteur a été supprimé.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Cancelled. What is there is kept.</source>
        <translation>Annulé. Les éléments présents sont conservés.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python {python} · PyTorch {torch} · {device}</source>
        <translation>Python {python} · PyTorch {torch} · {device}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Ready: Python {python} · PyTorch {torch}</source>
        <translation>Prêt : Python {python} · PyTorch {torch}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not set up yet. It takes {download:.1f} GB to download and {disk:.1f} GB on the disk.</source>
        <translation>Pas encore installé. Téléchargement : {download:.1f} Go ; espace disque : {disk:.1f} Go.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>With an NVIDIA device it is {download:.0f} GB and {disk:.0f} GB.</source>
        <translation>Avec un périphérique NVIDIA : {download:.0f} Go et {disk:.0f} Go.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../../ui/form_check.py"/>
        <source>polygons</source>
        <translation>polygones</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose what counts as a gap.</source>
        <translation>Choisissez ce qui constitue une lacune.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose a polygon layer, or add one to the project.</source>
        <translation>Choisissez une couche de polygones ou ajoutez-en une au projet.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen other gaps by</source>
        <translation>É&amp;largir les autres lacunes de</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen gaps by</source>
        <translation>É&amp;largir les lacunes de</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Values {values} of {file}</source>
        <translation>Valeurs {values} de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Bits {values} of {file}</source>
        <translation>Bits {values} de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Polygons of {file}</source>
        <translation>Polygones de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Clouds found in the image</source>
        <translation>Nuages détectés dans l'image</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Pixels without data</source>
        <translation>Pixels sans données</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>{gap}, widened by {pixels} px</source>
        <translation>{gap}, avec élargissement de {pixels} px</translation>
    </message>
    <message>
        <location filename="../../ui/help_window.py"/>
        <source>SceneFill user guide</source>
        <translation>Guide de l'utilisateur de SceneFill</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Whole number from 0 to 9223372036854775807. The same seed draws the same result; another seed draws another.</source>
        <translation>Nombre entier de 0 à 9223372036854775807. La même graine génère le même résultat ; une autre graine en génère un autre.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Server (not set up)</source>
        <translation>Serveur (non configuré)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Learns from the observed pixels of the layer that is filled how they follow from the other layers and from what is around a gap, before anything is drawn. It takes about a minute, and is kept only if blocks that were held out get better; the result says whether they did.</source>
        <translation>Apprend des pixels observés de la couche à combler comment ils dépendent des autres couches et de ce qui entoure une lacune, avant toute génération. Cela prend environ une minute et ce qui est appris n'est conservé que si des blocs mis de côté s'améliorent ; le résultat l'indique.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>No layer is filled now, so there is nothing to learn from.</source>
        <translation>Aucune couche n'est à combler ici : il n'y a rien sur quoi apprendre.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Custom</source>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, without sampling: the fastest, smooth, with a rough spread.</source>
        <translation>Estimation directe, sans échantillonnage : la plus rapide, lisse, avec une dispersion approximative.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 4 samples of 4 steps: detail and a measured spread in reasonable time.</source>
        <translation>Moyenne de 4 échantillons de 4 pas : du détail et une dispersion mesurée en un temps raisonnable.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 8 samples of 8 steps: drawing takes about four times as long as with Standard.</source>
        <translation>Moyenne de 8 échantillons de 8 pas : la génération dure environ quatre fois plus qu'avec Standard.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>As set under Advanced.</source>
        <translation>Selon les réglages avancés.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, no sampling</source>
        <translation>Estimation directe, sans échantillonnage</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of the samples: the most likely values</source>
        <translation>Moyenne des échantillons : les valeurs les plus probables</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Realisations</source>
        <translation>Réalisations</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>A file for each sample: textures as real as the model draws them</source>
        <translation>Un fichier par échantillon : des textures aussi réalistes que le modèle le permet</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Server: {name}</source>
        <translation>Serveur : {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives</source>
        <translation>Fournit</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>no date</source>
        <translation>pas de date</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inputs_model.py"/>
        <source>%n other band(s)</source>
        <translation>
            <numerusform>%n autre bande</numerusform>
            <numerusform>%n autres bandes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>nothing yet</source>
        <translation>rien pour l'instant</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Looking at the file…</source>
        <translation>Examen du fichier…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives: {bands}</source>
        <translation>Fournit : {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date: {date}</source>
        <translation>Date : {date}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status: {status}</source>
        <translation>État : {status}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>carried along: {bands}</source>
        <translation>bandes associées : {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Layers that you have</source>
        <translation>Couches disponibles</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>{name}: {problem}</source>
        <translation>{name} : {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>The layers are still being looked at.</source>
        <translation>Les couches sont encore en cours d'examen.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>'{name}' is not a raster that QGIS can open.</source>
        <translation>« {name} » n'est pas un raster que QGIS peut ouvrir.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Looking at {name}</source>
        <translation>Examen de {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Checking the layers</source>
        <translation>Vérification des couches</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>No other raster layer in the project</source>
        <translation>Aucune autre couche raster dans le projet</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add raster files</source>
        <translation>Ajouter des fichiers raster</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Removed from the project, and so from SceneFill: {names}</source>
        <translation>Supprimées du projet, donc de SceneFill : {names}</translation>
    </message>
    <message>
        <location filename="../../ui/layer_table.py"/>
        <source>Add the layers that you have, or drag them here from the Layers panel.</source>
        <translation>Ajoutez les couches dont vous disposez ou glissez-les ici depuis le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>The engine cannot open the mask layer. Save it as GeoTIFF and choose that.</source>
        <translation>Le moteur ne peut pas ouvrir la couche de masque. Enregistrez-la en GeoTIFF et choisissez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Choose the mask layer.</source>
        <translation>Choisissez la couche de masque.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Name the mask's values that are gaps.</source>
        <translation>Indiquez les valeurs du masque qui sont des lacunes.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values of the mask</source>
        <translation>Lecture des valeurs du masque</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values…</source>
        <translation>Lecture des valeurs…</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something is missing</source>
        <translation>Il manque un élément</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not right</source>
        <translation>La tâche est incorrecte</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer cannot be used</source>
        <translation>Une couche ne peut pas être utilisée</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area does not fit</source>
        <translation>La zone ne convient pas</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model cannot be used</source>
        <translation>Le modèle ne peut pas être utilisé</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This computer cannot do it</source>
        <translation>Cet ordinateur n'en est pas capable</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The server cannot be used</source>
        <translation>Le serveur ne peut pas être utilisé</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something went wrong</source>
        <translation>Une erreur s'est produite</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no area to work on.</source>
        <translation>Il n'y a pas de zone à traiter.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area, or add a layer whose extent is used.</source>
        <translation>Choisissez une zone ou ajoutez une couche dont l'emprise sera utilisée.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There are no layers to work from.</source>
        <translation>Il n'y a aucune couche de départ.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Add a layer under “What you have”, or imagine a scene, which needs none.</source>
        <translation>Ajoutez une couche sous « Ce que vous avez » ou imaginez une scène, qui n'en nécessite aucune.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No modality to draw is chosen.</source>
        <translation>Aucune modalité à générer n'est choisie.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose at least one.</source>
        <translation>Choisissez-en au moins une.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing says what counts as a gap.</source>
        <translation>Rien n'indique ce qui constitue une lacune.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose nodata, clouds, a mask or polygons.</source>
        <translation>Choisissez nodata, les nuages, un masque ou des polygones.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>What the bands of a layer are is not known.</source>
        <translation>La nature des bandes d'une couche est inconnue.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose its bands, or remove the layer.</source>
        <translation>Choisissez ses bandes ou retirez la couche.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing is selected in the polygon layer.</source>
        <translation>Rien n'est sélectionné dans la couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select the polygons that are to be filled, or use all of the layer.</source>
        <translation>Sélectionnez les polygones à combler ou utilisez toute la couche.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer does not hold polygons.</source>
        <translation>La couche ne contient pas de polygones.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose a layer of polygons.</source>
        <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A run is going on.</source>
        <translation>Une exécution est en cours.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait for it to end, or cancel it.</source>
        <translation>Attendez qu'elle se termine ou annulez-la.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer has no polygons to use.</source>
        <translation>La couche ne contient aucun polygone utilisable.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select some, use all of its features, or choose another layer.</source>
        <translation>Sélectionnez-en, utilisez toutes ses entités ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The band is neither classes nor quality bits.</source>
        <translation>La bande ne contient ni classes ni bits de qualité.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the band with the classes, or a mask.</source>
        <translation>Choisissez la bande des classes ou un masque.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of values cannot be read.</source>
        <translation>La liste de valeurs est illisible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Give whole numbers and ranges, such as 3, 8-10.</source>
        <translation>Indiquez des nombres entiers et des plages, par exemple 3, 8-10.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill has no band of the modality, or no gaps.</source>
        <translation>La couche à combler n'a aucune bande de la modalité ou aucune lacune.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct its bands, choose another layer, or say what counts as a gap.</source>
        <translation>Corrigez ses bandes, choisissez une autre couche ou indiquez ce qui constitue une lacune.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area has more pixels than a job may have.</source>
        <translation>La zone compte plus de pixels qu'une tâche ne peut en avoir.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the job file; the details name the place.</source>
        <translation>Corrigez le fichier de tâche ; les détails indiquent l'endroit.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not readable JSON.</source>
        <translation>La tâche n'est pas du JSON lisible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This is not a job that this version of SceneFill reads.</source>
        <translation>Cette version de SceneFill ne peut pas lire cette tâche.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Update SceneFill.</source>
        <translation>Mettez SceneFill à jour.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is given twice.</source>
        <translation>Un membre de la tâche est présent deux fois.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job has a member that jobs do not have.</source>
        <translation>La tâche contient un membre inconnu.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is missing.</source>
        <translation>Un membre de la tâche manque.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value of the job is of the wrong type.</source>
        <translation>Une valeur de la tâche est du mauvais type.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value is not possible.</source>
        <translation>Une valeur n'est pas admise.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct it; the details name it.</source>
        <translation>Corrigez-la ; les détails la précisent.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such modality.</source>
        <translation>Cette modalité n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such sampling mode.</source>
        <translation>Ce mode d'échantillonnage n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such kind of gap.</source>
        <translation>Ce type de lacune n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The output folder holds results of something else.</source>
        <translation>Le dossier de sortie contient des résultats sans rapport.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an empty folder.</source>
        <translation>Choisissez un dossier vide.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no unfinished run in the folder.</source>
        <translation>Le dossier ne contient aucune exécution inachevée.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run.</source>
        <translation>Lancez une nouvelle exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The unfinished run in the folder is that of another job, or its files have changed.</source>
        <translation>L'exécution inachevée dans le dossier est celle d'une autre tâche, ou ses fichiers ont changé.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run into another folder.</source>
        <translation>Lancez une nouvelle exécution dans un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file is not there.</source>
        <translation>Un fichier est introuvable.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check that it was not moved or deleted.</source>
        <translation>Vérifiez qu'il n'a pas été déplacé ou supprimé.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster cannot be read.</source>
        <translation>Un raster est illisible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the file, or save the layer as GeoTIFF and use that.</source>
        <translation>Vérifiez le fichier, ou enregistrez la couche en GeoTIFF et utilisez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The polygons cannot be read.</source>
        <translation>Les polygones sont illisibles.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Save them as GeoPackage and use that.</source>
        <translation>Enregistrez-les en GeoPackage et utilisez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The pixels of a layer cannot be read from here.</source>
        <translation>Les pixels d'une couche ne peuvent pas être lus d'ici.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Export it as GeoTIFF and use that.</source>
        <translation>Exportez-la en GeoTIFF et utilisez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer could not be fetched.</source>
        <translation>Une couche web n'a pas pu être récupérée.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the network and the layer, or choose a smaller area.</source>
        <translation>Vérifiez le réseau et la couche ou choisissez une zone plus petite.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer has to be copied before a job can name it.</source>
        <translation>Une couche web doit être copiée avant qu'une tâche puisse y faire référence.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer has no CRS, or one that is not known.</source>
        <translation>Une couche n'a pas de SCR, ou celui-ci est inconnu.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign its CRS and save it again.</source>
        <translation>Attribuez-lui son SCR et enregistrez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not have the band that was chosen.</source>
        <translation>Une couche n'a pas la bande choisie.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the bands of the layer.</source>
        <translation>Corrigez les bandes de la couche.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds complex numbers.</source>
        <translation>Une couche contient des nombres complexes.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Turn it into backscatter first: amplitude, power or dB.</source>
        <translation>Convertissez-la d'abord en rétrodiffusion : amplitude, puissance ou dB.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Clouds cannot be found without the red, green and blue bands.</source>
        <translation>Les nuages ne peuvent pas être détectés sans les bandes rouge, verte et bleue.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign these bands, or give the clouds as a mask or as polygons.</source>
        <translation>Attribuez ces bandes, ou fournissez les nuages sous forme de masque ou de polygones.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster is rotated or sheared.</source>
        <translation>Un raster est pivoté ou cisaillé.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation>Reprojetez-le d'abord sur une grille orientée au nord.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill does not lie on the pixels of the working grid.</source>
        <translation>La couche à combler n'est pas calée sur les pixels de la grille de travail.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the layer to fill as reference, or warp it first.</source>
        <translation>Choisissez la couche à combler comme référence ou reprojetez-la d'abord.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds values that are no numbers.</source>
        <translation>Une couche contient des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Set them to nodata.</source>
        <translation>Remplacez-les par nodata.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not touch the area.</source>
        <translation>Une couche n'intersecte pas la zone.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area that the layer covers, and check that its CRS is right.</source>
        <translation>Choisissez une zone que la couche couvre et vérifiez que son SCR est correct.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area crosses the 180° meridian.</source>
        <translation>La zone traverse le méridien 180°.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Split it there.</source>
        <translation>Divisez-la à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no transformation between two of the CRS.</source>
        <translation>Il n'existe pas de transformation entre deux des SCR.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp the layer to the CRS of the others first.</source>
        <translation>Reprojetez d'abord la couche dans le SCR des autres.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The working grid is not one that a raster can have.</source>
        <translation>Un raster ne peut pas avoir cette grille de travail.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A window of the grid is not possible.</source>
        <translation>Une fenêtre de la grille n'est pas possible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Install SceneFill again.</source>
        <translation>Réinstallez SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No model is installed.</source>
        <translation>Aucun modèle n'est installé.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no model of this name.</source>
        <translation>Aucun modèle ne porte ce nom.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an installed one.</source>
        <translation>Choisissez un modèle installé.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model is of a size that is not known.</source>
        <translation>Le modèle est d'une taille inconnue.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is missing or was changed.</source>
        <translation>Un fichier du modèle manque ou a été modifié.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is not in the safetensors format.</source>
        <translation>Un fichier du modèle n'est pas au format safetensors.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The manifest of the model is broken.</source>
        <translation>Le manifeste du modèle est corrompu.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model was made for another version of SceneFill.</source>
        <translation>Le modèle a été créé pour une autre version de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Use a model for this version.</source>
        <translation>Utilisez un modèle destiné à cette version.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model drew values that are no numbers.</source>
        <translation>Le modèle a généré des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check units and scales of the layers; then copy the diagnostics and report it.</source>
        <translation>Vérifiez les unités et les échelles des couches ; copiez ensuite le diagnostic et signalez le problème.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of modalities is of another version of SceneFill.</source>
        <translation>La liste des modalités est celle d'une autre version de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Free some space, then resume the run; or choose another folder.</source>
        <translation>Libérez de l'espace, puis reprenez l'exécution ; ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The memory of this computer is exhausted.</source>
        <translation>La mémoire de cet ordinateur est épuisée.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Close other programs, then resume the run.</source>
        <translation>Fermez d'autres programmes, puis reprenez l'exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A result could not be written.</source>
        <translation>Un résultat n'a pas pu être écrit.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the folder and its permissions.</source>
        <translation>Vérifiez le dossier et ses droits d'accès.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Another run writes to this folder.</source>
        <translation>Une autre exécution écrit dans ce dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>Attendez qu'elle se termine ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing can be written to the folder.</source>
        <translation>Impossible d'écrire dans le dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The file system reported an error.</source>
        <translation>Le système de fichiers a signalé une erreur.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the cache is broken.</source>
        <translation>Un fichier du cache est corrompu.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Delete the cache and try again.</source>
        <translation>Supprimez le cache et réessayez.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area or larger pixels.</source>
        <translation>Choisissez une zone plus petite ou des pixels plus grands.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Finished windows are kept.</source>
        <translation>Les fenêtres terminées sont conservées.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Resume the run to continue.</source>
        <translation>Reprenez l'exécution pour continuer.</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Results folder</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Load the results and the form again</source>
        <translation>Recharger les résultats et le formulaire</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Continue where the run stopped</source>
        <translation>Continuer là où l'exécution s'est arrêtée</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Cancel on the server</source>
        <translation>Annuler sur le serveur</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Stop the run on its server</source>
        <translation>Arrêter l'exécution sur son serveur</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Copy as command</source>
        <translation>Copier comme commande</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>For a terminal or a script</source>
        <translation>Pour un terminal ou un script</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job…</source>
        <translation>Enregistrer la tâche…</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save the job file under another name</source>
        <translation>Enregistrer le fichier de tâche sous un autre nom</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Show the files of the run</source>
        <translation>Afficher les fichiers de l'exécution</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Forget the run; its files stay</source>
        <translation>Oublier l'exécution ; ses fichiers sont conservés</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch results</source>
        <translation>Récupérer les résultats</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch what the server has made, and load it</source>
        <translation>Récupérer et charger ce que le serveur a produit</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Wait for the server, and load the results when they are there</source>
        <translation>Attendre le serveur et charger les résultats dès qu'ils sont là</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job</source>
        <translation>Enregistrer la tâche</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>SceneFill job (*.json)</source>
        <translation>Tâche SceneFill (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <location filename="../../ui/reporting.py"/>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>less than 1 s</source>
        <translation>moins de 1 s</translation>
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
        <translation>encore {duration} environ</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/quantities.py"/>
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the server's address in the options.</source>
        <translation>Vérifiez l'adresse du serveur dans les options.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later, or ask whoever runs the server.</source>
        <translation>Réessayez plus tard ou demandez à l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's address is none.</source>
        <translation>L'adresse du serveur n'en est pas une.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Write it like https://scenefill.example.org.</source>
        <translation>Écrivez-la ainsi : https://scenefill.example.org.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>No server is set up.</source>
        <translation>Aucun serveur n'est configuré.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Enter its address in the options.</source>
        <translation>Saisissez son adresse dans les options.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login would travel for everyone to read.</source>
        <translation>Vos identifiants circuleraient à la vue de tous.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Use the server's address that starts with https://.</source>
        <translation>Utilisez l'adresse du serveur qui commence par https://.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not answer.</source>
        <translation>Le serveur ne répond pas.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check its address and the network, and ask whoever runs the server whether it is up.</source>
        <translation>Vérifiez l'adresse et le réseau, et demandez à l'administrateur si le serveur fonctionne.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The connection to the server is not safe: its certificate is not trusted.</source>
        <translation>La connexion au serveur n'est pas sûre : son certificat n'est pas approuvé.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the address; add your institution's certificate in Settings ▸ Options ▸ Authentication.</source>
        <translation>Vérifiez l'adresse ; ajoutez le certificat de votre établissement dans Préférences ▸ Options ▸ Authentification.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's proxy does not let the connection through.</source>
        <translation>Le proxy du réseau ne laisse pas passer la connexion.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set the proxy and its login in Settings ▸ Options ▸ Network.</source>
        <translation>Réglez le proxy et ses identifiants dans Préférences ▸ Options ▸ Réseau.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's login page answers instead of the server.</source>
        <translation>La page de connexion du réseau répond à la place du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Open a browser, log in to the network, and try again.</source>
        <translation>Ouvrez un navigateur, connectez-vous au réseau et réessayez.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Something else than a SceneFill server answers.</source>
        <translation>Ce qui répond n'est pas un serveur SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's answer cannot be understood.</source>
        <translation>La réponse du serveur est incompréhensible.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server and this plugin are of versions that do not fit.</source>
        <translation>Les versions du serveur et de cette extension ne sont pas compatibles.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Update SceneFill, or ask whoever runs the server to.</source>
        <translation>Mettez SceneFill à jour ou demandez-le à l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server failed.</source>
        <translation>Le serveur a échoué.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server has too much to do.</source>
        <translation>Le serveur a trop de travail.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A result was damaged on its way and thrown away.</source>
        <translation>Un résultat a été endommagé en route et rejeté.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Resume the run.</source>
        <translation>Reprenez l'exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer was damaged or held up on its way to the server.</source>
        <translation>Une couche a été endommagée ou retardée en route vers le serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Ask whoever runs the server.</source>
        <translation>Demandez à l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know your login, or it has expired.</source>
        <translation>Le serveur ne connaît pas vos identifiants, ou ils ont expiré.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose another login in the options, or ask whoever runs the server for a new one.</source>
        <translation>Choisissez d'autres identifiants dans les options ou demandez-en de nouveaux à l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login may not be used for this.</source>
        <translation>Vos identifiants ne permettent pas cela.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's queue is full.</source>
        <translation>La file du serveur est pleine.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>You have as many jobs on the server as it lets you.</source>
        <translation>Vous avez sur le serveur autant de tâches qu'il l'autorise.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Wait until one of them has ended, or cancel one in Past runs.</source>
        <translation>Attendez que l'une d'elles se termine ou annulez-en une dans l'historique des exécutions.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your layers need more space on the server than it lets you.</source>
        <translation>Vos couches demandent plus de place que le serveur n'en autorise.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area, or wait until earlier layers have expired.</source>
        <translation>Choisissez une zone plus petite ou attendez que les couches précédentes aient expiré.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A server does not do this.</source>
        <translation>Un serveur ne fait pas cela.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set up an engine on this computer in the options.</source>
        <translation>Installez un moteur sur cet ordinateur dans les options.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not take a layer of the job.</source>
        <translation>Le serveur n'accepte pas une couche de la tâche.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as a new GeoTIFF and use that, or ask whoever runs the server.</source>
        <translation>Enregistrez-la dans un nouveau GeoTIFF et utilisez celui-ci, ou demandez à l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer cannot be written for the server without changing what it says.</source>
        <translation>Une couche ne peut pas être écrite pour le serveur sans changer ce qu'elle dit.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as GeoTIFF with DEFLATE compression, in a CRS with an EPSG code.</source>
        <translation>Enregistrez-la en GeoTIFF avec compression DEFLATE, dans un SCR avec un code EPSG.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The area has more pixels than the server takes.</source>
        <translation>La zone a plus de pixels que le serveur n'en accepte.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Run it again.</source>
        <translation>Relancez l'exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is no longer on the server.</source>
        <translation>L'exécution n'est plus sur le serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The files of the run are no longer on the server.</source>
        <translation>Les fichiers de l'exécution ne sont plus sur le serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run was cancelled on the server.</source>
        <translation>L'exécution a été annulée sur le serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know the run.</source>
        <translation>Le serveur ne connaît pas l'exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not have a result of the run.</source>
        <translation>Il manque au serveur un résultat de l'exécution.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer is no longer on the server.</source>
        <translation>Une couche n'est plus sur le serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The results are not ready yet.</source>
        <translation>Les résultats ne sont pas encore prêts.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server takes the run for another one.</source>
        <translation>Le serveur prend l'exécution pour une autre.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is in another state on the server than expected.</source>
        <translation>L'exécution est sur le serveur dans un autre état que prévu.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's database does not answer.</source>
        <translation>La base de données du serveur ne répond pas.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server is still starting.</source>
        <translation>Le serveur est encore en train de démarrer.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server lacks what it spreads its work with.</source>
        <translation>Il manque au serveur de quoi répartir son travail.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers cannot be reached.</source>
        <translation>Les processus de travail du serveur sont injoignables.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers are of different versions.</source>
        <translation>Les processus de travail du serveur sont de versions différentes.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers failed.</source>
        <translation>Les processus de travail du serveur ont échoué.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>One place of the area ended every worker that drew it.</source>
        <translation>Un endroit de la zone a fait échouer tous les processus qui le dessinaient.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose an area without it, and tell whoever runs the server.</source>
        <translation>Choisissez une zone sans lui et prévenez l'administrateur du serveur.</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Zoom to result</source>
        <translation>Zoomer sur le résultat</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” is done after {duration}.</source>
        <translation>Exécution « {title} » terminée en {duration}.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Role of {name}</source>
        <translation>Rôle de {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>&amp;Guess again</source>
        <translation>Déduire à &amp;nouveau</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Forget all corrections</source>
        <translation>Oublier toutes les corrections</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Corrected by hand.</source>
        <translation>Corrigé manuellement.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>{number} – {name}</source>
        <translation>{number} – {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Band {number} is</source>
        <translation>Nature de la bande {number}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Nothing was guessed.</source>
        <translation>Rien n'a été déduit.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>from the file</source>
        <translation>selon le fichier</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>'{text}' is no number.</source>
        <translation>« {text} » n'est pas un nombre.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Estimating…</source>
        <translation>Estimation…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” failed: {reason}</source>
        <translation>L'exécution « {title} » a échoué : {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>The layers of “{title}” could not be loaded: {reason}</source>
        <translation>Les couches de « {title} » n'ont pas pu être chargées : {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was cancelled.</source>
        <translation>L'exécution « {title} » a été annulée.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was interrupted before the server had it; Past runs can resume it.</source>
        <translation>« {title} » a été interrompu avant que le serveur ne l'ait ; on peut le reprendre dans l'historique des exécutions.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” goes on at the server; Past runs finds it again.</source>
        <translation>« {title} » continue sur le serveur ; l'historique des exécutions le retrouve.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>There is nothing to draw: the area has no gaps.</source>
        <translation>Il n'y a rien à générer : la zone n'a pas de lacunes.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/run_panel.py"/>
        <source>{pixels} in %n window(s)</source>
        <translation>
            <numerusform>{pixels} dans %n fenêtre</numerusform>
            <numerusform>{pixels} dans %n fenêtres</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{percent} % of it to draw</source>
        <translation>{percent} % à générer</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>about {duration} on {device}</source>
        <translation>environ {duration} sur {device}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{size} on disk</source>
        <translation>{size} sur le disque</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{windows}, {share}, {time}, {disk}</source>
        <translation>{windows}, {share}, {time}, {disk}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>at most {size} on disk</source>
        <translation>au plus {size} sur le disque</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{processor} at {server}</source>
        <translation>{processor} de {server}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Interrupted</source>
        <translation>Interrompue</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting, no. {position}</source>
        <translation>En attente, n° {position}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running, {percent} %</source>
        <translation>En cours, {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Ready to fetch</source>
        <translation>Prête à récupérer</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{state} after {duration}</source>
        <translation>{state} après {duration}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Temporary: {folder}</source>
        <translation>Temporaire : {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Folder: {folder}</source>
        <translation>Dossier : {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{done} of {total} windows</source>
        <translation>{done} fenêtres sur {total}</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking {host}…</source>
        <translation>Interrogation de {host}…</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Without https:// others can read what is sent there, your login included.</source>
        <translation>Sans https://, d'autres peuvent lire ce qui y est envoyé, vos identifiants compris.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>New server</source>
        <translation>Nouveau serveur</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>SceneFill {version}</source>
        <translation>SceneFill {version}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{scenefill} on {processor}</source>
        <translation>{scenefill} sur {processor}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>about {pixels} per second</source>
        <translation>environ {pixels} par seconde</translation>
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
        <translation>Il n'a aucun modèle et ne peut donc rien dessiner.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}.</source>
        <translation>Modèles : {models}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}, which draw {modalities}.</source>
        <translation>Modèles : {models}, qui dessinent {modalities}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/server_texts.py"/>
        <source>%n job(s) are waiting.</source>
        <translation>
            <numerusform>%n tâche en attente.</numerusform>
            <numerusform>%n tâches en attente.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Nobody is waiting.</source>
        <translation>Personne n'attend.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{pixels} a job</source>
        <translation>{pixels} par tâche</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{size} to send</source>
        <translation>{size} à envoyer</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>At most {limits}.</source>
        <translation>Au plus {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>You are “{name}”, with at most {limits}.</source>
        <translation>Vous êtes « {name} », avec au plus {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Your data stays on this computer.</source>
        <translation>Vos données restent sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{name} ({address})</source>
        <translation>{name} ({address})</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{place}, a server on this computer</source>
        <translation>{place}, un serveur sur cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>The request goes to {place}; no layer is sent.</source>
        <translation>La demande va à {place} ; aucune couche n'est envoyée.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>This data goes to {place}: {layers}; of each the area and its surroundings.</source>
        <translation>Ces données vont à {place} : {layers} ; de chacune, la zone et ses alentours.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Folder for the results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>[Save to temporary folder]</source>
        <translation>[Enregistrer dans un dossier temporaire]</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>The finest layer</source>
        <translation>La couche la plus fine</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add a layer under “What you have”, then choose it as the layer to fill.</source>
        <translation>Ajoutez une couche sous « Ce que vous avez », puis choisissez-la comme couche à combler.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose the layer to fill.</source>
        <translation>Choisissez la couche à combler.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add at least one layer under “What you have”.</source>
        <translation>Ajoutez au moins une couche sous « Ce que vous avez ».</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose at least one modality to draw.</source>
        <translation>Choisissez au moins une modalité à générer.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Also draw everywhere</source>
        <translation>Générer aussi partout</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Draw</source>
        <translation>Générer</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>filled</source>
        <translation>comblée</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>partly filled</source>
        <translation>comblée en partie</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>given</source>
        <translation>fournie</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>E&amp;xtent</source>
        <translation>Em&amp;prise</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Extent to work on, in the CRS of the project: west, east, south, north. Left empty, the whole layer is worked on.</source>
        <translation>Emprise à traiter, dans le SCR du projet : ouest, est, sud, nord. Vide : toute la couche est traitée.</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on what the map canvas shows</source>
        <translation>Traiter ce qu'affiche le canevas de la carte</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Current view</source>
        <translation>Vue actuelle</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw a rectangle on the map canvas</source>
        <translation>Dessiner un rectangle sur le canevas de la carte</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on the whole of the layer to fill, or of the first layer of the list</source>
        <translation>Traiter l'ensemble de la couche à combler ou de la première couche de la liste</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Whole layer</source>
        <translation>Toute la couche</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Working grid</source>
        <translation>Grille de travail</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>The pixels that are worked on: their number, and their size in units of the CRS</source>
        <translation>Pixels traités : leur nombre et leur taille en unités du SCR</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>SceneFill: details</source>
        <translation>SceneFill : détails</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>What the engine said, in English</source>
        <translation>Message du moteur, en anglais</translation>
    </message>
</context>
<context>
    <name>EnvironmentPanel</name>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Environment &amp;made by SceneFill</source>
        <translation>Environnement créé par &amp;SceneFill</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>A Python of its own in your data folder; nothing is installed into QGIS</source>
        <translation>Un Python dédié dans votre dossier de données ; rien n'est installé dans QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Set up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Remo&amp;ve</source>
        <translation>Suppri&amp;mer</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Delete the environment from the disk</source>
        <translation>Supprimer l'environnement du disque</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install from &amp;bundle…</source>
        <translation>Installer depuis un &amp;lot…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install without a network, from a folder that was made on another computer</source>
        <translation>Installer sans réseau, depuis un dossier créé sur un autre ordinateur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Ma&amp;ke bundle…</source>
        <translation>C&amp;réer un lot…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Download the packages into a folder, for computers without a network</source>
        <translation>Télécharger les paquets dans un dossier, pour les ordinateurs sans réseau</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>E&amp;xisting Python</source>
        <translation>Python e&amp;xistant</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>An environment that you made yourself</source>
        <translation>Un environnement que vous avez créé vous-même</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>The Python program of the environment, such as bin/python or Scripts\python.exe</source>
        <translation>Le programme Python de l'environnement, par exemple bin/python ou Scripts\python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>See whether this Python has what the engine needs</source>
        <translation>Vérifier si ce Python dispose de ce que requiert le moteur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;None on this computer, the server does the work</source>
        <translation>A&amp;ucun sur cet ordinateur, le serveur fait le travail</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>For computers that are too small, and for classrooms with a server</source>
        <translation>Pour les ordinateurs trop peu puissants et les salles de cours dotées d'un serveur</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Cance&amp;l</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Stop now; what is there is kept, and the next start goes on with it</source>
        <translation>Arrêter maintenant ; les éléments présents sont conservés et le prochain démarrage les réutilise</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Pixels without data</source>
        <translation>Pixels sans &amp;données</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Nodata values, masked pixels and NaN of the layer</source>
        <translation>Valeurs nodata, pixels masqués et NaN de la couche</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Clouds found in the image</source>
        <translation>&amp;Nuages détectés dans l'image</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Clouds and their shadows, found in the layer itself; it needs red, green and blue. The mask is saved beside the result.</source>
        <translation>Nuages et leurs ombres, détectés dans la couche elle-même ; nécessite le rouge, le vert et le bleu. Le masque est enregistré à côté du résultat.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Cloud pro&amp;bability from</source>
        <translation>Probabilité min. d&amp;e nuage</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels with at least this cloud probability (0–1) are gaps; lower values take more pixels for clouds</source>
        <translation>Les pixels dont la probabilité de nuage (0–1) atteint ce seuil sont des lacunes ; une valeur plus basse classe davantage de pixels comme nuages</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Widen clouds by</source>
        <translation>Élargir les nuages de</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which the clouds and shadows that were found are widened: a thin edge that is missed spoils what is drawn beside it</source>
        <translation>Nombre de pixels de la grille de travail dont les nuages et ombres détectés sont élargis : un bord fin non détecté gâche ce qui est généré à côté</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Values of a &amp;mask layer</source>
        <translation>&amp;Valeurs d'une couche de masque</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>A raster of classes or quality bits says where the gaps are</source>
        <translation>Un raster de classes ou de bits de qualité indique où se trouvent les lacunes</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>P&amp;olygons</source>
        <translation>P&amp;olygones</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Everything inside the polygons of a vector layer is a gap</source>
        <translation>Tout l'intérieur des polygones d'une couche vecteur est une lacune</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pol&amp;ygon layer</source>
        <translation>Couche de pol&amp;ygones</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Vector layer with polygons, in any CRS</source>
        <translation>Couche vecteur de polygones, dans n'importe quel SCR</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Selected features only</source>
        <translation>Entités sélectionnées &amp;uniquement</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Use the features that are selected in the polygon layer when the run starts</source>
        <translation>Utiliser les entités sélectionnées dans la couche de polygones au lancement de l'exécution</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which pixels without data, the mask and the polygons are widened</source>
        <translation>Nombre de pixels de la grille de travail dont les pixels sans données, le masque et les polygones sont élargis</translation>
    </message>
</context>
<context>
    <name>HowPanel</name>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>&amp;Quality</source>
        <translation>Qu&amp;alité</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learn from t&amp;his scene first</source>
        <translation>Co&amp;mmencer par apprendre de cette scène</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Run o&amp;n</source>
        <translation>Exécuter &amp;sur</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Where the engine works. A server can be set up in the options.</source>
        <translation>Là où travaille le moteur. Un serveur peut être configuré dans les options.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>The trained weights that draw</source>
        <translation>Les poids entraînés qui servent à la génération</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Res&amp;ult</source>
        <translation>Rés&amp;ultat</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Denoising steps of every sample (1–100). The time grows with them; more than 8 seldom change the result.</source>
        <translation>Pas de débruitage de chaque échantillon (1–100). La durée augmente avec leur nombre ; au-delà de 8, le résultat change rarement.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Samples</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>How many times the scene is drawn (1–64). The spread is measured over the samples; the time grows with them.</source>
        <translation>Nombre de générations de la scène (1–64). La dispersion est mesurée sur les échantillons ; la durée augmente avec leur nombre.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learning steps</source>
        <translation>Pas d'apprentissage</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps of training on the observed pixels, before anything is drawn (1–10000). The time grows with them; 200 take about a minute.</source>
        <translation>Pas d'entraînement sur les pixels observés, avant toute génération (1–10000). La durée augmente avec leur nombre ; 200 prennent environ une minute.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Se&amp;ed</source>
        <translation>Grain&amp;e</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>New seed</source>
        <translation>Nouvelle graine</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Choose a seed by chance</source>
        <translation>Choisir une graine au hasard</translation>
    </message>
</context>
<context>
    <name>InputsPanel</name>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Add a raster layer of the project, or a file. What it shows is guessed, and every guess can be corrected.</source>
        <translation>Ajouter une couche raster du projet ou un fichier. Son contenu est déduit et chaque déduction peut être corrigée.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>&amp;Add layer</source>
        <translation>A&amp;jouter une couche</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Correct bands, unit and date of the selected layer (Enter)</source>
        <translation>Corriger les bandes, l'unité et la date de la couche sélectionnée (Entrée)</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role</source>
        <translation>Modifier le rôle</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role…</source>
        <translation>Modifier le rôle…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove the selected layers from this list (Del); they stay in the project</source>
        <translation>Retirer les couches sélectionnées de cette liste (Suppr) ; elles restent dans le projet</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Mas&amp;k layer</source>
        <translation>Couche de mas&amp;que</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Raster of classes or quality bits, such as a cloud mask, Sentinel-2 SCL or Landsat QA_PIXEL. It may have another pixel size or CRS.</source>
        <translation>Raster de classes ou de bits de qualité, par exemple un masque de nuages, la SCL de Sentinel-2 ou la bande QA_PIXEL de Landsat. Sa taille de pixel ou son SCR peuvent être différents.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Band</source>
        <translation>Bande</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Numbers are</source>
        <translation>Type de valeurs</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values: a pixel is a gap if its number is in the list. Quality bits: a pixel is a gap if any of the listed bits is set; bit 0 is the lowest.</source>
        <translation>Valeurs de classe : un pixel est une lacune si son nombre figure dans la liste. Bits de qualité : un pixel est une lacune si l'un des bits de la liste est à 1 ; le bit 0 est celui de poids faible.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values</source>
        <translation>Valeurs de classe</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Quality bits</source>
        <translation>Bits de qualité</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>&amp;Gap values</source>
        <translation>Valeurs à co&amp;mbler</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Whole numbers and ranges that are gaps, for example 3, 8-10</source>
        <translation>Nombres entiers et plages désignant les lacunes, par exemple 3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>3, 8-10</source>
        <translation>3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read…</source>
        <translation>Lire…</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read which values the band has, in the background, and choose among them</source>
        <translation>Lire en arrière-plan les valeurs présentes dans la bande et choisir parmi elles</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Values in the mask</source>
        <translation>Valeurs du masque</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Checked values are gaps; the percentage is the share of the raster's pixels</source>
        <translation>Les valeurs cochées sont des lacunes ; le pourcentage est la part des pixels du raster</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Work</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Processor &amp;threads</source>
        <translation>&amp;Threads du processeur</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Threads of the engine on the processor; fewer leave more for QGIS</source>
        <translation>Threads du moteur sur le processeur ; en réduire le nombre laisse plus de ressources à QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Keep the engine &amp;warm for</source>
        <translation>&amp;Garder le moteur actif pendant</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Minutes that the engine stays in memory after its last work, so that the next run starts at once</source>
        <translation>Minutes pendant lesquelles le moteur reste en mémoire après son dernier traitement, pour que l'exécution suivante démarre aussitôt</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>&amp;Results folder</source>
        <translation>&amp;Dossier des résultats</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Where results go that are kept; each run makes a folder of its own there</source>
        <translation>Emplacement des résultats à conserver ; chaque exécution y crée son propre dossier</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>A&amp;dd results to the project as layers</source>
        <translation>&amp;Ajouter les résultats au projet comme couches</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>When a run ends, its results become a group of layers at the top</source>
        <translation>À la fin d'une exécution, ses résultats forment un groupe de couches en haut de la liste</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Write d&amp;ebug messages to the log panel</source>
        <translation>Écrire les messages de dé&amp;bogage dans le journal</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Says much more in the SceneFill tab of the log panel</source>
        <translation>Affiche beaucoup plus d'informations dans l'onglet SceneFill du panneau Journal des messages</translation>
    </message>
</context>
<context>
    <name>PastRuns</name>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>&amp;Past runs</source>
        <translation>&amp;Historique des exécutions</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>Copy as command, save the job, open the folder, remove from the list</source>
        <translation>Copier comme commande, enregistrer la tâche, ouvrir le dossier, retirer de la liste</translation>
    </message>
</context>
<context>
    <name>RoleEditor</name>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Role of a layer</source>
        <translation>Rôle d'une couche</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Bands of the file, and what they are</source>
        <translation>&amp;Bandes du fichier et leur nature</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Choose what a band is, or type a name of your own: such a band is filled along with the others</source>
        <translation>Choisir la nature d'une bande ou saisir un nom libre : une telle bande est comblée avec les autres</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Band of the file</source>
        <translation>Bande du fichier</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the numbers mean after scale and offset. It holds for the bands that can have this unit.</source>
        <translation>Signification des nombres après échelle et décalage. S'applique aux bandes qui admettent cette unité.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Scale</source>
        <translation>É&amp;chelle</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Value = number in the file × scale + offset, in the unit above. Empty: found from the file.</source>
        <translation>Valeur = nombre du fichier × échelle + décalage, dans l'unité ci-dessus. Vide : selon le fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>from the file</source>
        <translation>selon le fichier</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Offset</source>
        <translation>Déca&amp;lage</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Read as</source>
        <translation>Lu comme</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the engine will take the numbers of the file for</source>
        <translation>Interprétation des nombres du fichier par le moteur</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Day, month or year of the observation (UTC), as exact as it is known; empty when it is not</source>
        <translation>Jour, mois ou année de l'observation (UTC), aussi précis que possible ; vide si inconnu</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy</source>
        <translation>aaaa-mm-jj, aaaa-mm ou aaaa</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Why this was guessed</source>
        <translation>&amp;Justification des déductions</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Start; QGIS stays usable while it runs</source>
        <translation>Lancer ; QGIS reste utilisable pendant l'exécution</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Es&amp;timate</source>
        <translation>Es&amp;timer</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Look at the inputs and say how many pixels and windows there are to draw, and how long it takes on this device</source>
        <translation>Examiner les entrées et indiquer combien de pixels et de fenêtres sont à générer, et en combien de temps sur ce périphérique</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Stop at once; finished windows are kept, so that the run can be resumed</source>
        <translation>Arrêter immédiatement ; les fenêtres terminées sont conservées pour pouvoir reprendre l'exécution</translation>
    </message>
</context>
<context>
    <name>SceneFillDock</name>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open a simulated scene as layers, with everything filled in and ready to run: no data of your own is needed</source>
        <translation>Ouvrir une scène simulée sous forme de couches, avec tout le formulaire rempli et prêt à exécuter : aucune donnée personnelle n'est requise</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open demo scene</source>
        <translation>Ouvrir la scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open the user guide</source>
        <translation>Ouvrir le guide de l'utilisateur</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you have</source>
        <translation>Ce que vous avez</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you want</source>
        <translation>Ce que vous voulez</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Past runs</source>
        <translation>Historique des exécutions</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>A SceneFill server draws on another computer, for a class, an institute or a laptop in the field. Its administrator gives you the address and a login.</source>
        <translation>Un serveur SceneFill effectue la génération sur un autre ordinateur, pour une classe, un institut ou un portable sur le terrain. Son administrateur vous fournit l'adresse et l'accès.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>W&amp;hich</source>
        <translation>Le&amp;quel</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The servers that you have entered; the one shown is used</source>
        <translation>Les serveurs que vous avez saisis ; celui affiché est utilisé</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Enter another server</source>
        <translation>Saisir un autre serveur</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Forget this server</source>
        <translation>Oublier ce serveur</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Take this server off the list; its login stays in QGIS</source>
        <translation>Retirer ce serveur de la liste ; ses identifiants restent dans QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>T&amp;itle</source>
        <translation>T&amp;itre</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>What you call the server; it may be left empty</source>
        <translation>Le nom que vous donnez au serveur ; peut rester vide</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>&amp;Address</source>
        <translation>Adr&amp;esse</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The server's address, starting with https://</source>
        <translation>Adresse du serveur, commençant par https://</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Lo&amp;gin</source>
        <translation>Authenti&amp;fication</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>An authentication configuration of QGIS of the kind Basic, with the token as the password; the token itself never is in a project or a log</source>
        <translation>Une configuration d'authentification de QGIS de type Basic, avec le jeton comme mot de passe ; le jeton lui-même ne figure jamais dans un projet ni dans un journal</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Ask the server what it can do, and how fast it is</source>
        <translation>Demander au serveur ce qu'il sait faire et à quelle vitesse</translation>
    </message>
</context>
<context>
    <name>WishPanel</name>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Fill gaps in a layer</source>
        <translation>&amp;Combler les lacunes d'une couche</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Observed pixels stay as they are; only the gaps are drawn</source>
        <translation>Les pixels observés restent inchangés ; seules les lacunes sont générées</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Draw missing modalities</source>
        <translation>&amp;Générer des modalités manquantes</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that were not taken, everywhere in the area, from the layers above</source>
        <translation>Générer des modalités non acquises, partout dans la zone, à partir des couches ci-dessus</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Imagine a scene</source>
        <translation>&amp;Imaginer une scène</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that fit together of a place that does not exist; no layers are used</source>
        <translation>Générer des modalités cohérentes entre elles d'un lieu qui n'existe pas ; aucune couche n'est utilisée</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Layer to fill</source>
        <translation>Couche à com&amp;bler</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>One of the layers under “What you have”; the result has its pixels, data type and bands</source>
        <translation>L'une des couches sous « Ce que vous avez » ; le résultat reprend ses pixels, son type de données et ses bandes</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Gaps are</source>
        <translation>Les lacunes sont</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Also draw</source>
        <translation>Générer aussi</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Pixels of</source>
        <translation>&amp;Pixels de</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>The result has the pixels and the CRS of this layer</source>
        <translation>Le résultat reprend les pixels et le SCR de cette couche</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Pixel si&amp;ze</source>
        <translation>Tai&amp;lle des pixels</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Ground sampling distance of the result in metres</source>
        <translation>Résolution au sol du résultat, en mètres</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Sa&amp;ve to</source>
        <translation>En&amp;registrer dans</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Folder of the results. Temporary results are deleted when QGIS is closed.</source>
        <translation>Dossier des résultats. Les résultats temporaires sont supprimés à la fermeture de QGIS.</translation>
    </message>
</context>
</TS>
