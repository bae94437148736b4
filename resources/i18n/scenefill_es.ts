<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>SceneFill</name>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene (simulated)</source>
        <translation>Escena de demostración (simulada)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical with clouds (simulated)</source>
        <translation>Óptico con nubes (simulado)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>SAR backscatter (simulated)</source>
        <translation>Retrodispersión SAR (simulada)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Clouds and shadows (simulated)</source>
        <translation>Nubes y sombras (simuladas)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical without clouds, to compare (simulated)</source>
        <translation>Óptico sin nubes, para comparar (simulado)</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Haze</source>
        <translation>Bruma</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene</source>
        <translation>Escena de demostración</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud shadow</source>
        <translation>Sombra de nube</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <location filename="../../plugin/results/styles.py"/>
        <source>Clear</source>
        <translation>Despejado</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/stages.py"/>
        <source>Simulating a scene</source>
        <translation>Simulando una escena</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{folder} is not an offline bundle.</source>
        <translation>{folder} no es un kit sin conexión.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Choose the folder with the file bundle.json that was made on another computer.</source>
        <translation>Elija la carpeta con el archivo bundle.json que se creó en otro equipo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{name} in the offline bundle is damaged or missing.</source>
        <translation>Falta {name} en el kit sin conexión o está dañado.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Copy the bundle again, or make it anew.</source>
        <translation>Copie de nuevo el kit o vuelva a crearlo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>The offline bundle is for {theirs}; this computer has {ours}.</source>
        <translation>El kit sin conexión es para {theirs}; este equipo tiene {ours}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Make the bundle on a computer with the same system and the same version of Python.</source>
        <translation>Cree el kit en un equipo con el mismo sistema y la misma versión de Python.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/bundling.py"/>
        <source>%n wheel(s) in the bundle</source>
        <translation>
            <numerusform>%n wheel en el kit</numerusform>
            <numerusform>%n wheels en el kit</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{path} does not answer like Python 3.10 or later.</source>
        <translation>{path} no responde como Python 3.10 o posterior.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Choose the Python program of an environment, such as bin/python or Scripts\python.exe.</source>
        <translation>Elija el programa Python de un entorno, como bin/python o Scripts\python.exe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Use 64-bit Python 3.10 to 3.14.</source>
        <translation>Use Python de 64 bits, de la versión 3.10 a la 3.14.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is too old.</source>
        <translation>Python {version} es demasiado antiguo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is newer than the packages that the engine needs.</source>
        <translation>Python {version} es más reciente que los paquetes que necesita el motor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>This Python is a 32-bit program.</source>
        <translation>Este Python es un programa de 32 bits.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are missing: {names}.</source>
        <translation>Faltan paquetes: {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install them there, or let SceneFill make an environment.</source>
        <translation>Instálelos allí o deje que SceneFill cree un entorno.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are too old: {names}.</source>
        <translation>Hay paquetes demasiado antiguos: {names}.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Update them there, or let SceneFill make an environment.</source>
        <translation>Actualícelos allí o deje que SceneFill cree un entorno.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{name} is installed but does not load: {reason}</source>
        <translation>{name} está instalado, pero no se carga: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install your system's OpenMP runtime (Debian, Ubuntu: libgomp1).</source>
        <translation>Instale la biblioteca OpenMP de su sistema (Debian, Ubuntu: libgomp1).</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install Microsoft's Visual C++ Redistributable (x64), then repair the environment.</source>
        <translation>Instale Visual C++ Redistributable (x64) de Microsoft y repare después el entorno.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Repair the environment; if it happens again, look whether an antivirus removed files.</source>
        <translation>Repare el entorno; si vuelve a ocurrir, compruebe si un antivirus ha eliminado archivos.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Setting up SceneFill's engine</source>
        <translation>Configurando el motor de SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Removing SceneFill's engine</source>
        <translation>Eliminando el motor de SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Making an offline bundle for SceneFill</source>
        <translation>Creando un kit sin conexión para SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Checking a Python for SceneFill</source>
        <translation>Comprobando un Python para SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>The engine's environment is being worked on.</source>
        <translation>Hay una operación en curso en el entorno del motor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Wait, or cancel.</source>
        <translation>Espere o cancele.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>{python} cannot make environments: its venv module is missing.</source>
        <translation>{python} no puede crear entornos: falta su módulo venv.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install it (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Instálelo (Debian, Ubuntu: python3-venv) o instale el programa uv, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>There is no 64-bit Python {version} on this computer.</source>
        <translation>No hay ningún Python {version} de 64 bits en este equipo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install one from python.org or your system's packages, or the program uv, then try again.</source>
        <translation>Instale uno desde python.org o desde los paquetes de su sistema, o instale el programa uv, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>uv looks for Python {version}</source>
        <translation>uv busca Python {version}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Make room on the disk of the environment's folder, then continue.</source>
        <translation>Libere espacio en el disco de la carpeta del entorno y continúe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder has a path that is too long, or characters that Python cannot handle there.</source>
        <translation>La ruta de la carpeta del entorno es demasiado larga o contiene caracteres que Python no admite ahí.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Allow long paths in Windows, or use an existing Python in a short folder such as C:\scenefill.</source>
        <translation>Permita las rutas largas en Windows o use un Python existente en una carpeta corta, como C:\scenefill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The Python that was found cannot make environments: a part of it is missing.</source>
        <translation>El Python encontrado no puede crear entornos: le falta un componente.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Install its venv module (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>Instale su módulo venv (Debian, Ubuntu: python3-venv) o el programa uv, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package arrived damaged or changed.</source>
        <translation>Un paquete llegó dañado o modificado.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, make the offline bundle or the download anew.</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, repita la creación del kit sin conexión o la descarga.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The proxy asks for a user name and a password.</source>
        <translation>El proxy pide nombre de usuario y contraseña.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Enter them in Settings ▸ Options ▸ Network, then try again.</source>
        <translation>Indíquelos en Configuración ▸ Opciones ▸ Red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached through the proxy.</source>
        <translation>No se puede acceder al índice de paquetes a través del proxy.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the proxy in Settings ▸ Options ▸ Network; a SOCKS proxy works only with the program uv.</source>
        <translation>Revise el proxy en Configuración ▸ Opciones ▸ Red; un proxy SOCKS solo funciona con el programa uv.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The certificate of the package index is not trusted; often a firewall or antivirus puts in its own.</source>
        <translation>El certificado del índice de paquetes no es de confianza; a menudo un cortafuegos o un antivirus lo sustituye por el suyo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Add your organisation's certificate in Settings ▸ Options ▸ Authentication ▸ Manage Certificates.</source>
        <translation>Añada el certificado de su organización en Configuración ▸ Opciones ▸ Autenticación ▸ Administrar certificados.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A file could not be written: access was denied, often by an antivirus that looks at new files.</source>
        <translation>No se pudo escribir un archivo: acceso denegado, a menudo por un antivirus que examina los archivos nuevos.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, except the environment's folder from scanning.</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, excluya del análisis la carpeta del entorno.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package has no build for this Python and system.</source>
        <translation>Un paquete no tiene compilación para este Python y este sistema.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14, or a server.</source>
        <translation>Use Python de 64 bits, de la versión 3.10 a la 3.14, o un servidor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached.</source>
        <translation>No se puede acceder al índice de paquetes.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the connection and try again, or install from an offline bundle.</source>
        <translation>Compruebe la conexión e inténtelo de nuevo, o instale desde un kit sin conexión.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package was not found, or has no build for this Python and system.</source>
        <translation>No se encontró un paquete o no tiene compilación para este Python y este sistema.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14 and a complete package index or offline bundle, or a server.</source>
        <translation>Use Python de 64 bits, de la versión 3.10 a la 3.14, y un índice de paquetes o kit sin conexión completo, o bien un servidor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment could not be made: {reason}</source>
        <translation>No se pudo crear el entorno: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The log panel has the whole output.</source>
        <translation>El panel de registro contiene la salida completa.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder {folder} cannot be changed: {reason}</source>
        <translation>No se puede modificar la carpeta del entorno {folder}: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Close other programs that use it, and check that you may write there.</source>
        <translation>Cierre otros programas que la usen y compruebe que tiene permiso de escritura en ella.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <location filename="../../ui/message_texts.py"/>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/installers.py"/>
        <source>Unpacking %n package(s)</source>
        <translation>
            <numerusform>Desempaquetando %n paquete</numerusform>
            <numerusform>Desempaquetando %n paquetes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/installers.py"/>
        <source>Downloading {name}</source>
        <translation>Descargando {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>SceneFill is set up for a server, not for this computer.</source>
        <translation>SceneFill está configurado para un servidor, no para este equipo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose where the engine is in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Elija dónde está el motor en Configuración ▸ Opciones ▸ SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>No Python has been chosen for the engine.</source>
        <translation>No se ha elegido ningún Python para el motor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} does not exist.</source>
        <translation>El Python del motor {path} no existe.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} is not a program.</source>
        <translation>El Python del motor {path} no es un programa.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose another one in Settings ▸ Options ▸ SceneFill, or let SceneFill make an environment.</source>
        <translation>Elija otro en Configuración ▸ Opciones ▸ SceneFill o deje que SceneFill cree un entorno.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment has not been made yet.</source>
        <translation>El entorno del motor aún no se ha creado.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment is not complete.</source>
        <translation>El entorno del motor no está completo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Set up the engine in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Configure el motor en Configuración ▸ Opciones ▸ SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment was made for an earlier version of SceneFill.</source>
        <translation>El entorno del motor se creó para una versión anterior de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Update it in Settings ▸ Options ▸ SceneFill.</source>
        <translation>Actualícelo en Configuración ▸ Opciones ▸ SceneFill.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/managed.py"/>
        <source>%n package(s) installed</source>
        <translation>
            <numerusform>%n paquete instalado</numerusform>
            <numerusform>%n paquetes instalados</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>SceneFill may not use the network here.</source>
        <translation>SceneFill no tiene permiso para usar la red aquí.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Install from an offline bundle, or unset SCENEFILL_OFFLINE.</source>
        <translation>Instale desde un kit sin conexión o elimine la variable SCENEFILL_OFFLINE.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>PyTorch for {build}: {reason}</source>
        <translation>PyTorch para {build}: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Another QGIS works on the engine's environment.</source>
        <translation>Otra instancia de QGIS está trabajando en el entorno del motor.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>Espere a que termine o cancele allí la operación.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>no lock can be made</source>
        <translation>no se puede crear un archivo de bloqueo</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>{needed:.1f} GB are needed on the disk of {folder}, and {free:.1f} GB are free.</source>
        <translation>Se necesitan {needed:.1f} GB en el disco de {folder} y hay {free:.1f} GB libres.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Make room there, then try again.</source>
        <translation>Libere espacio ahí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} did not answer in {seconds} seconds.</source>
        <translation>{program} no respondió en {seconds} segundos.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Try again; if it happens again, start it by hand to see what it waits for.</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, inícielo manualmente para ver a qué espera.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Cancelled; what is already there is kept.</source>
        <translation>Cancelado; lo que ya está se conserva.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} cannot be started: {reason}</source>
        <translation>No se puede iniciar {program}: {reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Choose another Python, or check that the file may be executed.</source>
        <translation>Elija otro Python o compruebe que el archivo se puede ejecutar.</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the only build for macOS</source>
        <translation>la única compilación para macOS</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>no NVIDIA device</source>
        <translation>sin dispositivo NVIDIA</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu}, driver {driver}</source>
        <translation>{gpu}, controlador {driver}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the driver {driver} of {gpu} is too old</source>
        <translation>el controlador {driver} de {gpu} es demasiado antiguo</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu} is too old for PyTorch</source>
        <translation>{gpu} es demasiado antigua para PyTorch</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Saturated or defective</source>
        <translation>Saturado o defectuoso</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dark area or cast shadow</source>
        <translation>Área oscura o sombra proyectada</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Vegetation</source>
        <translation>Vegetación</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Not vegetated</source>
        <translation>Sin vegetación</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Water</source>
        <translation>Agua</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Unclassified</source>
        <translation>Sin clasificar</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, medium probability</source>
        <translation>Nube, probabilidad media</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, high probability</source>
        <translation>Nube, probabilidad alta</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Thin cirrus</source>
        <translation>Cirro fino</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow or ice</source>
        <translation>Nieve o hielo</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dilated cloud</source>
        <translation>Nube dilatada</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cirrus</source>
        <translation>Cirro</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow</source>
        <translation>Nieve</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>No layer decides the pixels; they are those of {crs}.</source>
        <translation>Ninguna capa determina los píxeles; se usan los de {crs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the layer to fill.</source>
        <translation>Píxeles de «{name}», la capa que se va a rellenar.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}'.</source>
        <translation>Píxeles de «{name}».</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the finest input.</source>
        <translation>Píxeles de «{name}», la entrada más fina.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the temporal range of the layer.</source>
        <translation>Fecha {date}: rango temporal de la capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The unit was chosen here.</source>
        <translation>La unidad se eligió aquí.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>A picture as it is shown: its colours are no measurements.</source>
        <translation>Una imagen tal como se muestra: sus colores no son mediciones.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>8-bit brightness (DN)</source>
        <translation>brillo de 8 bits (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>brightness (DN)</source>
        <translation>brillo (DN)</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, scale {scale:g}, offset {offset:g}</source>
        <translation>{unit}, escala {scale:g}, desplazamiento {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, offset {offset:g}</source>
        <translation>{unit}, desplazamiento {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as power</source>
        <translation>retrodispersión en potencia</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as amplitude</source>
        <translation>retrodispersión en amplitud</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>radiance</source>
        <translation>radiancia</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their names.</source>
        <translation>Las bandas se reconocen por sus nombres.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are numbered as those of {sensor}.</source>
        <translation>Las bandas están numeradas como las de {sensor}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Band numbers are taken for those of {sensor}: check this.</source>
        <translation>Se supone que los números de banda son los de {sensor}: compruébelo.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their wavelengths.</source>
        <translation>Las bandas se reconocen por sus longitudes de onda.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Red, green and blue as the file says.</source>
        <translation>Rojo, verde y azul según indica el archivo.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The file name says which band it is.</source>
        <translation>El nombre del archivo indica de qué banda se trata.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The bands have no names; this order is assumed: {order}. Check this.</source>
        <translation>Las bandas no tienen nombre; se supone este orden: {order}. Compruébelo.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands} (quality, classes, opacity or the like).</source>
        <translation>No se usan: {bands} (calidad, clases, opacidad o similares).</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands}; the model knows VV and VH.</source>
        <translation>No se usan: {bands}; el modelo conoce VV y VH.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>What the bands are is not known: choose them.</source>
        <translation>No se sabe qué son las bandas: elíjalo.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}.</source>
        <translation>Fecha {date}: etiqueta {tag}.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the name '{name}'.</source>
        <translation>Fecha {date}: nombre «{name}».</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}, which may be when the file was made.</source>
        <translation>Fecha {date}: etiqueta {tag}, que puede ser la fecha de creación del archivo.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The date is not known.</source>
        <translation>No se conoce la fecha.</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <location filename="../../plugin/results/adaptation.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>reflectance</source>
        <translation>reflectancia</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>does not touch the area</source>
        <translation>no toca el área</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>picture of a web service: colours, no measurements</source>
        <translation>imagen de un servicio web: colores, no mediciones</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>will be copied to a GeoTIFF first</source>
        <translation>se copiará antes a un GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>covers {share} of the area</source>
        <translation>cubre el {share} del área</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>{share} nodata</source>
        <translation>{share} sin datos</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>unit assumed: {unit}</source>
        <translation>unidad supuesta: {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>ready</source>
        <translation>preparada</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no coordinate reference system: set it in the layer's properties</source>
        <translation>sin sistema de referencia de coordenadas: establézcalo en las propiedades de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>its bands are not known: choose what they are</source>
        <translation>no se conocen sus bandas: elija qué son</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>holds complex numbers: use detected backscatter</source>
        <translation>contiene números complejos: use retrodispersión detectada</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>is not georeferenced: georeference it and save it as a GeoTIFF</source>
        <translation>sin georreferenciar: georreferénciela y guárdela como GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>lies on a rotated grid: warp it first</source>
        <translation>está en una cuadrícula rotada: reproyéctela antes</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no band {band}: correct its bands</source>
        <translation>no tiene la banda {band}: corrija sus bandas</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>other CRS: will be warped</source>
        <translation>otro SRC: se reproyectará</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>pixels of {size:.4g} {unit}: will be resampled</source>
        <translation>píxeles de {size:.4g} {unit}: se remuestreará</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>Fill gaps in the current view</source>
        <translation>Rellenar huecos en la vista actual</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>cloud synthesise SAR infrared</source>
        <translation>nube sintetizar SAR infrarrojo</translation>
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
        <translation>Rellenar huecos y generar modalidades ausentes de imágenes de satélite</translation>
    </message>
    <message>
        <location filename="../../plugin/main.py"/>
        <source>Fill gaps…</source>
        <translation>Rellenar huecos…</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Optical</source>
        <translation>Óptico</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Infrared</source>
        <translation>Infrarrojo</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>SAR backscatter</source>
        <translation>Retrodispersión SAR</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Multispectral (red edge)</source>
        <translation>Multiespectral (borde rojo)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Panchromatic</source>
        <translation>Pancromático</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Thermal infrared</source>
        <translation>Infrarrojo térmico</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Bands: {bands}</source>
        <translation>Bandas: {bands}</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>reflectance (0–1)</source>
        <translation>reflectancia (0–1)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>brightness (0–255)</source>
        <translation>brillo (0–255)</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>{polarisation} ({band} band)</source>
        <translation>{polarisation} (banda {band})</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Elevation</source>
        <translation>Elevación</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit: {unit}</source>
        <translation>Unidad: {unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/algorithm.py"/>
        <source>satellite,remote sensing,Sentinel,Landsat,SAR,infrared,clouds,gaps,synthetic,machine learning</source>
        <translation>satélite,teledetección,Sentinel,Landsat,SAR,infrarrojo,nubes,huecos,sintético,aprendizaje automático</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Here lie the job, every drawn raster with its provenance and spread, and a STAC Item that says how it was made. The files below are second names of these.</source>
        <translation>Contiene el trabajo, cada ráster generado con su procedencia y dispersión, y un STAC Item que documenta cómo se hizo. Los archivos de abajo son otros nombres de estos mismos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Where a pixel comes from: 0 observed, 1 drawn beside observed pixels, 2 from other modalities alone.</source>
        <translation>De dónde procede cada píxel: 0 observado, 1 generado junto a píxeles observados, 2 solo a partir de otras modalidades.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The standard deviation of every drawn pixel, in the unit of its modality; 0 where observed.</source>
        <translation>Desviación estándar de cada píxel generado, en la unidad de su modalidad; 0 donde se observó.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>{modality}, drawn everywhere</source>
        <translation>{modality}: generación en toda el área</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>All drawn rasters</source>
        <translation>Todos los rásteres generados</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>STAC Item of the result</source>
        <translation>STAC Item del resultado</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The job: {path}</source>
        <translation>El trabajo: {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>unit guessed by the engine</source>
        <translation>unidad deducida por el motor</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>date unknown</source>
        <translation>fecha desconocida</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <source>Folder of the run</source>
        <translation>Carpeta de la ejecución</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Job file</source>
        <translation>Archivo de trabajo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread</source>
        <translation>Dispersión</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features</source>
        <translation>Características de la escena</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers the scene from layers of a place and writes it as features for a classifier</source>
        <translation>Infiere la escena a partir de capas de un lugar y la escribe como características para un clasificador</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers what SceneFill draws from, the scene, and writes it as a raster with a band for each feature, at half the resolution of the finest layer. Layers with gaps, other dates and other modalities go into one set of features: train a classifier or a regression of your own on it.

Features are no measurement, and those of one model cannot be compared with those of another.</source>
        <translation>Infiere aquello a partir de lo cual genera SceneFill, la escena, y la escribe como un ráster con una banda por característica, a la mitad de la resolución de la capa más fina. Capas con huecos, otras fechas y otras modalidades se reúnen en un solo conjunto de características: entrene con él su propio clasificador o regresión.

Las características no son una medición, y las de un modelo no son comparables con las de otro.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Where to infer the scene, on the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Dónde inferir la escena, sobre los píxeles de la capa más fina. Si se deja vacío, la extensión de la primera capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Here lie the job and the raster of features. The file below is a second name of it.</source>
        <translation>Contiene el trabajo y el ráster de características. El archivo de abajo es otro nombre de este.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>A Cloud Optimized GeoTIFF of 32-bit numbers with a band for each feature.</source>
        <translation>Un Cloud Optimized GeoTIFF de números de 32 bits con una banda por característica.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features of {layer}</source>
        <translation>Características de la escena de {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Cancelled; no features were written.</source>
        <translation>Cancelado; no se ha escrito ninguna característica.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Id of a model that ships with SceneFill, or the folder of one.</source>
        <translation>Identificador de un modelo incluido en SceneFill, o la carpeta de un modelo.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Layers of the place</source>
        <translation>Capas del lugar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/feedback.py"/>
        <source>A draft lies at {path}</source>
        <translation>Hay un borrador en {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill gaps</source>
        <translation>Rellenar huecos</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws the ground under clouds and in other gaps of a satellite image</source>
        <translation>Genera la superficie bajo las nubes y en otros huecos de una imagen de satélite</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws what is missing in a satellite image: the ground under clouds, in strips without data, in polygons. Other layers of the same place (an earlier image, radar, elevation) are used where they are given.

The result has the pixels, CRS, data type and scale of the layer. Observed pixels are kept bit for bit. What is drawn is synthetic, not a measurement: look at provenance and spread.

At least one gap source is needed: nodata, clouds, a mask or polygons.</source>
        <translation>Genera lo que falta en una imagen de satélite: la superficie bajo las nubes, en franjas sin datos, en polígonos. Si se aportan otras capas del mismo lugar (una imagen anterior, radar, elevación), se aprovechan.

El resultado tiene los píxeles, el SRC, el tipo de datos y la escala de la capa. Los píxeles observados se conservan bit a bit. Lo generado es sintético, no una medición: consulte la procedencia y la dispersión.

Se necesita al menos una fuente de huecos: píxeles sin datos, nubes, una máscara o polígonos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Layer to fill</source>
        <translation>Capa que rellenar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster file with a CRS. Its observed pixels are kept, bit for bit.</source>
        <translation>Un archivo ráster con SRC. Sus píxeles observados se conservan bit a bit.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Other layers of the place</source>
        <translation>Otras capas del lugar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Also draw</source>
        <translation>Generar además</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Modalities that are drawn everywhere, beside the filled layer.</source>
        <translation>Modalidades que se generan en toda el área, además de la capa rellenada.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Part of the layer to fill, snapped to its pixels. Left empty, all of it.</source>
        <translation>Parte de la capa que rellenar, ajustada a sus píxeles. Si se deja vacío, toda la capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Date of the layer</source>
        <translation>Fecha de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy. Left empty, guessed.</source>
        <translation>aaaa-mm-dd, aaaa-mm o aaaa. Si se deja vacío, se deduce.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Filled layer</source>
        <translation>Capa rellenada</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A Cloud Optimized GeoTIFF with the bands, data type and scale of the layer.</source>
        <translation>Un Cloud Optimized GeoTIFF con las bandas, el tipo de datos y la escala de la capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and shadows that were found</source>
        <translation>Nubes y sombras detectadas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill pixels without data</source>
        <translation>Rellenar píxeles sin datos</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps are pixels that the layer's nodata value, mask or alpha band marks, and NaN.</source>
        <translation>Son huecos los píxeles marcados por el valor sin datos, la máscara o la banda alfa de la capa, y los NaN.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill clouds found in the image</source>
        <translation>Rellenar nubes detectadas en la imagen</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and their shadows are looked for in the image; what was found is written out as a mask.</source>
        <translation>Se buscan en la imagen las nubes y sus sombras; lo detectado se guarda como máscara.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask or class layer</source>
        <translation>Capa de máscara o de clases</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster of classes or quality bits, such as SCL, QA_PIXEL or a cloud mask.</source>
        <translation>Un ráster de clases o de bits de calidad, como SCL, QA_PIXEL o una máscara de nubes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Band of the mask</source>
        <translation>Banda de la máscara</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Left empty, the first band.</source>
        <translation>Si se deja vacío, la primera banda.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values that are gaps</source>
        <translation>Valores de la máscara que son huecos</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Whole numbers and ranges, such as 3, 8-10. Left empty: clouds and shadows of an SCL or QA_PIXEL layer.</source>
        <translation>Números enteros y rangos, como 3, 8-10. Si se deja vacío: nubes y sombras de una capa SCL o QA_PIXEL.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask bits that are gaps</source>
        <translation>Bits de la máscara que son huecos</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bit positions from 0, the lowest, such as 3, 4: a pixel is a gap where any of them is set.</source>
        <translation>Posiciones de bit desde 0, el más bajo, como 3, 4: un píxel es hueco si alguno de ellos está activado.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Polygons to fill</source>
        <translation>Polígonos que rellenar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Everything inside these polygons is drawn.</source>
        <translation>Se genera todo lo que hay dentro de estos polígonos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widen gaps by (pixels)</source>
        <translation>Ampliar huecos en (píxeles)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widens clouds, mask and polygons by so many pixels of the layer: haze and soft shadows at their edges. Left empty, clouds found in the image by {pixels}, mask and polygons not at all.</source>
        <translation>Amplía nubes, máscara y polígonos en ese número de píxeles de la capa: bruma y sombras suaves en sus bordes. Si se deja vacío, las nubes detectadas en la imagen en {pixels}; la máscara y los polígonos, nada.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{date}' is no date.</source>
        <translation>«{date}» no es una fecha.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give yyyy-mm-dd, yyyy-mm or yyyy.</source>
        <translation>Indique aaaa-mm-dd, aaaa-mm o aaaa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values and mask bits are both given.</source>
        <translation>Se han indicado a la vez valores y bits de la máscara.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give one of them.</source>
        <translation>Indique solo una de las dos cosas.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says what is to be filled.</source>
        <translation>No se ha indicado qué debe rellenarse.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Choose pixels without data, clouds, a mask or polygons.</source>
        <translation>Elija píxeles sin datos, nubes, una máscara o polígonos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps filled in {layer}</source>
        <translation>Huecos rellenados en {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>The mask '{name}' is not a file that the engine can open.</source>
        <translation>La máscara «{name}» no es un archivo que el motor pueda abrir.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Save it as a GeoTIFF and choose that.</source>
        <translation>Guárdela como GeoTIFF y elija ese archivo.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says which values of the mask '{name}' are gaps.</source>
        <translation>No se ha indicado qué valores de la máscara «{name}» son huecos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give mask values, such as 1, 2.</source>
        <translation>Indique valores de máscara, como 1, 2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Cloud probability from</source>
        <translation>Probabilidad de nube desde</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>From which probability, 0 to 1, a pixel is a cloud. Left empty, the detector's own threshold.</source>
        <translation>Probabilidad, de 0 a 1, a partir de la cual un píxel es nube. Si se deja vacío, el umbral propio del detector.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bands of the layer</source>
        <translation>Bandas de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Such as red=4, green=3, blue=2, nir=8. Left empty, guessed. Bands of other names are carried along.</source>
        <translation>Por ejemplo red=4, green=3, blue=2, nir=8. Si se deja vacío, se deducen. Las bandas con otros nombres se rellenan junto con las demás.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Unit of the layer</source>
        <translation>Unidad de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>What the numbers are once scale and offset are applied. Left empty, guessed.</source>
        <translation>Qué son los números una vez aplicados la escala y el desplazamiento. Si se deja vacío, se deduce.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Scale of the layer</source>
        <translation>Escala de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Value in the unit = number × scale + offset. Left empty, guessed.</source>
        <translation>Valor en la unidad = número × escala + desplazamiento. Si se deja vacío, se deduce.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Offset of the layer</source>
        <translation>Desplazamiento de la capa</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{text}' does not name a band of its own.</source>
        <translation>«{text}» no designa una banda distinta de las demás.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give band names and numbers, such as red=4, green=3, blue=2.</source>
        <translation>Indique nombres y números de banda, como red=4, green=3, blue=2.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Find clouds</source>
        <translation>Buscar nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in a satellite image and writes them as a mask to edit</source>
        <translation>Detecta las nubes y sus sombras en una imagen de satélite y las escribe como una máscara editable</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in the image itself and writes a mask on its pixels: 1 is cloud or shadow, 0 is clear, 255 is no data. Nothing is drawn.

Look at the mask, correct it (with a raster editor such as Serval, or as polygons), and give it to 'Fill gaps' as the mask, with 1 as the value that is a gap.</source>
        <translation>Detecta las nubes y sus sombras en la propia imagen y escribe una máscara sobre sus píxeles: 1 es nube o sombra, 0 es despejado, 255 es sin datos. No se genera nada.

Revise la máscara, corríjala (con un editor de ráster como Serval o como polígonos) y désela a «Rellenar huecos» como máscara, con 1 como valor que es hueco.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Layer with clouds</source>
        <translation>Capa con nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A raster file with a CRS and with red, green and blue bands; more bands find clouds better.</source>
        <translation>Un archivo ráster con SRC y con bandas roja, verde y azul; con más bandas las nubes se detectan mejor.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widen clouds by (pixels)</source>
        <translation>Ampliar nubes en (píxeles)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widens what was found by so many pixels of the layer: haze and soft shadows at the edges.</source>
        <translation>Amplía lo detectado en ese número de píxeles de la capa: bruma y sombras suaves en los bordes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A GeoTIFF of 8-bit numbers on the pixels of the layer: 1 cloud or shadow, 0 clear, 255 no data.</source>
        <translation>Un GeoTIFF de números de 8 bits sobre los píxeles de la capa: 1 nube o sombra, 0 despejado, 255 sin datos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Cancelled; no mask was written.</source>
        <translation>Cancelado; no se ha escrito ninguna máscara.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds in {layer}</source>
        <translation>Nubes en {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds cannot be found in '{layer}' without these bands: {bands}.</source>
        <translation>No se pueden detectar nubes en «{layer}» sin estas bandas: {bands}.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Say which they are, such as red=4, green=3, blue=2, or choose another layer.</source>
        <translation>Indique cuáles son, p. ej. red=4, green=3, blue=2, o elija otra capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Clouds and shadows</source>
        <translation>Nubes y sombras</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Imagine a scene</source>
        <translation>Imaginar una escena</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws several modalities of a place that does not exist</source>
        <translation>Genera varias modalidades de un lugar que no existe</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws a place that does not exist, in all the chosen modalities at once, without any input. The extent says where on the map it lies, and no more. Another seed gives another scene.

What is drawn is synthetic, not a measurement.</source>
        <translation>Genera un lugar que no existe, en todas las modalidades elegidas a la vez y sin ninguna entrada. La extensión solo indica en qué lugar del mapa se sitúa. Con otra semilla se obtiene otra escena.

Lo generado es sintético, no una medición.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Where on the map the scene lies.</source>
        <translation>Lugar del mapa en que se sitúa la escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>CRS of the result</source>
        <translation>SRC del resultado</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Left empty, that of the extent, or the UTM zone of an extent in degrees.</source>
        <translation>Si se deja vacío, el de la extensión, o la zona UTM si la extensión está en grados.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Metres on the ground; the demo model was trained on 10 to 30.</source>
        <translation>Metros sobre el terreno; el modelo de demostración se entrenó con 10 a 30.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent is empty.</source>
        <translation>La extensión está vacía.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Choose where the scene lies.</source>
        <translation>Elija dónde se sitúa la escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent has no CRS.</source>
        <translation>La extensión no tiene SRC.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Add it, such as 0,1,0,1 [EPSG:32632].</source>
        <translation>Añádalo, por ejemplo 0,1,0,1 [EPSG:32632].</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>An imagined scene</source>
        <translation>Una escena imaginada</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixel size (metres)</source>
        <translation>Tamaño de píxel (metros)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities to draw</source>
        <translation>Modalidades que generar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn jointly, so that they agree.</source>
        <translation>Se generan conjuntamente para que concuerden.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn modality</source>
        <translation>Modalidad generada</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run.</source>
        <translation>Un Cloud Optimized GeoTIFF de la primera modalidad; las demás están en la carpeta de la ejecución.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Rasters of the same place: other dates, radar, elevation. Modality, bands, unit and date of each are guessed from its metadata, band names, file name and values; the log says what was guessed.</source>
        <translation>Rásteres del mismo lugar: otras fechas, radar, elevación. La modalidad, las bandas, la unidad y la fecha de cada uno se deducen de sus metadatos, nombres de banda, nombre de archivo y valores; el registro indica lo que se dedujo.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Roles of the layers (JSON)</source>
        <translation>Funciones de las capas (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Overrules the guesses: a JSON list of objects as under "inputs" of a job file. "path" is the path, file name or name of one of the layers; "bands", "unit", "scale", "offset", "date" and "gaps" that are given replace what was guessed. Two objects of one layer use it twice.</source>
        <translation>Prevalece sobre lo deducido: una lista JSON de objetos como los de "inputs" en un archivo de trabajo. "path" es la ruta, el nombre de archivo o el nombre de una de las capas; los "bands", "unit", "scale", "offset", "date" y "gaps" que se indiquen sustituyen a lo deducido. Con dos objetos de una misma capa, esta se usa dos veces.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: the direct estimate, in seconds. Standard: samples of 4 steps. Best: samples of 8 steps, which takes twice as long.</source>
        <translation>Borrador: la estimación directa, en segundos. Estándar: muestras de 4 pasos. Óptima: muestras de 8 pasos, que tardan el doble.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>The same seed gives the same result, byte for byte, on the same machine.</source>
        <translation>La misma semilla da el mismo resultado, byte a byte, en la misma máquina.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Scenes</source>
        <translation>Escenas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many scenes are drawn, 1 to 64, each as files of its own.</source>
        <translation>Cuántas escenas se generan, de 1 a 64, cada una en sus propios archivos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Denoising steps</source>
        <translation>Pasos de eliminación de ruido</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of each sample, 1 to 100. Left empty, the quality decides.</source>
        <translation>Pasos de cada muestra, de 1 a 100. Si se deja vacío, lo decide la calidad.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Continue an interrupted run</source>
        <translation>Continuar una ejecución interrumpida</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Goes on with the job in the folder of the run, if there is one; the other parameters are not looked at.</source>
        <translation>Prosigue el trabajo de la carpeta de la ejecución, si lo hay; los demás parámetros no se tienen en cuenta.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: no sampling</source>
        <translation>Borrador: sin muestreo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Estimate: mean of the samples</source>
        <translation>Estimación: media de las muestras</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Realisations: a file for each sample</source>
        <translation>Realizaciones: un archivo por muestra</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>What is made of the samples. Left empty, the quality decides.</source>
        <translation>Qué se hace con las muestras. Si se deja vacío, lo decide la calidad.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many samples are drawn, 1 to 64. Left empty, the quality decides.</source>
        <translation>Cuántas muestras se generan, de 1 a 64. Si se deja vacío, lo decide la calidad.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Learning steps</source>
        <translation>Pasos de aprendizaje</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of training on the observed pixels of the layer, before it is filled; what was learnt is kept only if blocks that were held out get better. 200 take about a minute, 0 is none. Left empty, the quality decides: 0 for Draft, 200 for Standard, 400 for Best.</source>
        <translation>Pasos de entrenamiento con los píxeles observados de la capa, antes de rellenarla; lo aprendido se conserva solo si mejoran los bloques reservados. 200 tardan alrededor de un minuto, 0 es ninguno. Si se deja vacío, lo decide la calidad: 0 con Borrador, 200 con Estándar, 400 con Óptima.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/area_panel.py"/>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Best</source>
        <translation>Óptima</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Plan a job</source>
        <translation>Planificar un trabajo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Says what a job would do: pixels, windows, time, memory and disk</source>
        <translation>Indica qué haría un trabajo: píxeles, ventanas, tiempo, memoria y disco</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Opens the inputs of a job file and says what the job would do on this computer: coverage of the inputs, units, pixels and windows to draw, time, memory and disk. Nothing is drawn.

Job files are written by the other algorithms into the folder of the run, and by the SceneFill panel.</source>
        <translation>Abre las entradas de un archivo de trabajo e indica qué haría el trabajo en este equipo: cobertura de las entradas, unidades, píxeles y ventanas que generar, tiempo, memoria y disco. No se genera nada.

Los demás algoritmos escriben archivos de trabajo en la carpeta de la ejecución, y también el panel de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Jobs (*.json)</source>
        <translation>Trabajos (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>A job as JSON. Relative paths in it count from its folder.</source>
        <translation>Un trabajo en JSON. Sus rutas relativas parten de la carpeta del archivo.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan as a page.</source>
        <translation>El plan como página.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report (JSON)</source>
        <translation>Informe (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan for programs.</source>
        <translation>El plan para programas.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Share of the pixels that are drawn (0 to 1)</source>
        <translation>Proporción de píxeles que se generan (de 0 a 1)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows</source>
        <translation>Ventanas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows in which something is drawn</source>
        <translation>Ventanas en las que se genera algo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Time (seconds)</source>
        <translation>Tiempo (segundos)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Memory (bytes)</source>
        <translation>Memoria (bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Size of the results (bytes)</source>
        <translation>Tamaño de los resultados (bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Disk needed while it runs (bytes)</source>
        <translation>Disco necesario durante la ejecución (bytes)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>{modality} covers {share} %</source>
        <translation>{modality} cubre el {share} %</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons have no CRS.</source>
        <translation>Los polígonos no tienen SRC.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Set the CRS of their layer.</source>
        <translation>Establezca el SRC de su capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons could not be written: {problem}</source>
        <translation>No se pudieron guardar los polígonos: {problem}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose another folder of the run, or check the disk.</source>
        <translation>Elija otra carpeta para la ejecución o revise el disco.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>There are no polygons.</source>
        <translation>No hay polígonos.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose or select at least one.</source>
        <translation>Elija o seleccione al menos uno.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/provider.py"/>
        <source>SceneFill: gaps and missing modalities of satellite images</source>
        <translation>SceneFill: huecos y modalidades ausentes de imágenes de satélite</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Simulate a demo scene</source>
        <translation>Simular una escena de demostración</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws an invented place as Sentinel-like layers, with clouds and the truth under them</source>
        <translation>Genera un lugar inventado como capas de tipo Sentinel, con nubes y la verdad terreno bajo ellas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws a place that does not exist from a seed: relief, rivers, fields, settlements, the way Sentinel-2 and Sentinel-1 would see them, with clouds and their shadows, and the truth under them. A job file that fills the clouds lies beside the layers.

The same seed gives the same scene.</source>
        <translation>Genera a partir de una semilla un lugar que no existe: relieve, ríos, cultivos y núcleos de población, tal como los verían Sentinel-2 y Sentinel-1, con nubes y sus sombras y la verdad terreno bajo ellas. Junto a las capas se guarda un archivo de trabajo que rellena las nubes.

La misma semilla da la misma escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>The same seed, the same place.</source>
        <translation>La misma semilla da el mismo lugar.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Size (pixels)</source>
        <translation>Tamaño (píxeles)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixels along each side, 64 to 4096; another size is another place.</source>
        <translation>Píxeles por lado, de 64 a 4096; con otro tamaño se obtiene otro lugar.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>1 to 120 metres.</source>
        <translation>De 1 a 120 metros.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloud cover</source>
        <translation>Cobertura de nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the scene under cloud, 0 to 1.</source>
        <translation>Proporción de la escena cubierta por nubes, de 0 a 1.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Season</source>
        <translation>Época del año</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the year that is over: 0 is 1 January, 0.5 the beginning of July.</source>
        <translation>Fracción transcurrida del año: 0 es el 1 de enero; 0,5, el comienzo de julio.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Folder of the scene</source>
        <translation>Carpeta de la escena</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>All rasters of the scene and a job that fills its clouds are written here.</source>
        <translation>Aquí se escriben todos los rásteres de la escena y un trabajo que rellena sus nubes.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>A GeoTIFF; the same raster lies in the folder of the scene.</source>
        <translation>Un GeoTIFF; el mismo ráster está en la carpeta de la escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Area that the radar did not see</source>
        <translation>Área que el radar no vio</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Job file that fills the clouds</source>
        <translation>Archivo de trabajo que rellena las nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Date of the scene</source>
        <translation>Fecha de la escena</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>{layer} (simulated)</source>
        <translation>{layer} (simulado)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy colour image</source>
        <translation>Imagen en color con nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy image, 13 bands</source>
        <translation>Imagen con nubes, 13 bandas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Image without clouds, 13 bands</source>
        <translation>Imagen sin nubes, 13 bandas</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Surface temperature</source>
        <translation>Temperatura de superficie</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Panchromatic image</source>
        <translation>Imagen pancromática</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Land cover</source>
        <translation>Cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Synthesise modalities</source>
        <translation>Sintetizar modalidades</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws infrared, SAR or other modalities from layers of the same place</source>
        <translation>Genera infrarrojo, SAR u otras modalidades a partir de capas del mismo lugar</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws modalities where none were taken: infrared from a colour image, SAR from optical, optical from SAR. The result lies on the pixels of the finest layer.

What is drawn is synthetic, not a measurement: look at the spread.</source>
        <translation>Genera modalidades donde no se captaron: infrarrojo a partir de una imagen en color, SAR a partir de óptico, óptico a partir de SAR. El resultado tiene los píxeles de la capa más fina.

Lo generado es sintético, no una medición: consulte la dispersión.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Where to draw, snapped to the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>Dónde generar, con ajuste a los píxeles de la capa más fina. Si se deja vacío, la extensión de la primera capa.</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities drawn from {layer}</source>
        <translation>Modalidades generadas a partir de {layer}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/remote/estimate.py"/>
        <source>%n job(s) are waiting there already.</source>
        <translation>
            <numerusform>Ya hay %n trabajo en espera allí.</numerusform>
            <numerusform>Ya hay %n trabajos en espera allí.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/remote/estimate.py"/>
        <source>The server does not know yet how fast it is.</source>
        <translation>El servidor aún no sabe lo rápido que es.</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <source>Cancelling “{title}” on the server</source>
        <translation>Cancelando «{title}» en el servidor</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking the server</source>
        <translation>Preguntando al servidor</translation>
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
        <translation>Servidor {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/reopening.py"/>
        <source>Opening “{title}”</source>
        <translation>Abriendo «{title}»</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene.</source>
        <translation>Se ha aprendido de la escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Nothing was learnt from the scene.</source>
        <translation>No se ha aprendido nada de la escena.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene: error on held-out blocks {before} → {after}.</source>
        <translation>Se ha aprendido de la escena: error en los bloques reservados {before} → {after}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>What was learnt from the scene was not kept: no better on held-out blocks ({before} → {after}).</source>
        <translation>Lo aprendido de la escena no se ha conservado: no mejora en los bloques reservados ({before} → {after}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{title} (synthetic)</source>
        <translation>{title} (sintético)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found</source>
        <translation>Nubes detectadas</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Realisations (synthetic)</source>
        <translation>Realizaciones (sintéticas)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found in {layer}</source>
        <translation>Nubes detectadas en {layer}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance of bands carried along: {product}</source>
        <translation>Procedencia de las bandas acompañantes: {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance: {product}</source>
        <translation>Procedencia: {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread: {product} (standard deviation of {band}, {unit})</source>
        <translation>Dispersión: {product} (desviación estándar de {band}, {unit})</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, realisation {number} (synthetic)</source>
        <translation>{product}, realización {number} (sintética)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, gaps filled (synthetic)</source>
        <translation>{product}, huecos rellenados (sintético)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, drawn (synthetic)</source>
        <translation>{product}, imagen generada (sintética)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model weights: {licence}</source>
        <translation>Pesos del modelo: {licence}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Do not use drawn pixels as evidence of what was on the ground; look at the provenance and the spread beside them.</source>
        <translation>No use los píxeles generados como prueba de lo que había en el terreno; consulte la procedencia y la dispersión que los acompañan.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Synthetic, not a measurement.</source>
        <translation>Sintético, no es una medición.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: gaps filled by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}: huecos rellenados por SceneFill; los píxeles observados no se han modificado.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: drawn by SceneFill.</source>
        <translation>{modality}: datos generados por SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}: una realización generada por SceneFill; los píxeles observados no se han modificado.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill.</source>
        <translation>{modality}: una realización generada por SceneFill.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: for every pixel, whether it was observed or what it was drawn from.</source>
        <translation>{modality}: para cada píxel, si se observó o a partir de qué se generó.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: estimated standard deviation of what was drawn, in the unit of each band; 0 where observed.</source>
        <translation>{modality}: desviación estándar estimada de lo generado, en la unidad de cada banda; 0 donde se observó.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: where clouds and other gaps were found.</source>
        <translation>{modality}: dónde se detectaron nubes y otros huecos.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Inputs: {inputs}.</source>
        <translation>Entradas: {inputs}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Drawn without inputs.</source>
        <translation>Generado sin entradas.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model {model} {version}; mode {mode}, {steps} steps, {samples} samples, seed {seed}.</source>
        <translation>Modelo {model} {version}; modo {mode}, {steps} pasos, {samples} muestras, semilla {seed}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{time}: drawn by SceneFill {version} with model {model} (weights SHA-256 {digest}).</source>
        <translation>{time}: generado por SceneFill {version} con el modelo {model} (SHA-256 de los pesos: {digest}).</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Input {name}: SHA-256 {digest}.</source>
        <translation>Entrada {name}: SHA-256 {digest}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Software: {versions}.</source>
        <translation>Software: {versions}.</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Full record (STAC Item)</source>
        <translation>Registro completo (STAC Item)</translation>
    </message>
    <message>
        <location filename="../../plugin/results/place.py"/>
        <source>Draft (preview, synthetic): {product}</source>
        <translation>Borrador (vista previa, sintético): {product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Observed</source>
        <translation>Observado</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn, with its own neighbours in sight</source>
        <translation>Generado con píxeles vecinos a la vista</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn from other modalities only</source>
        <translation>Generado solo a partir de otras modalidades</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Carried along by regression</source>
        <translation>Banda acompañante, por regresión</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Gap</source>
        <translation>Hueco</translation>
    </message>
    <message>
        <location filename="../../plugin/results/translation.py"/>
        <source>{target} was told pixel by pixel from {shown}, as {places} other places taught.</source>
        <translation>{target} se dedujo píxel a píxel a partir de {shown}, según enseñaron otros {places} lugares.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Two bands are called '{name}': choose another name for one, or do not use it.</source>
        <translation>Dos bandas se llaman «{name}»: elija otro nombre para una o no la use.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Say of at least one band what it is: a layer without a known band tells nothing.</source>
        <translation>Indique qué es al menos una banda: una capa sin ninguna banda conocida no aporta nada.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/role_check.py"/>
        <source>At most %n band(s) can be used of one layer.</source>
        <translation>
            <numerusform>Se puede usar como máximo %n banda de una capa.</numerusform>
            <numerusform>Se pueden usar como máximo %n bandas de una capa.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>'{date}' is no date: give year-month-day, year-month or a year, such as 2020-08-23.</source>
        <translation>«{date}» no es una fecha: indique año-mes-día, año-mes o un año, por ejemplo 2020-08-23.</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>A scale of 0 makes all pixels equal: give another one, or leave it empty.</source>
        <translation>Una escala de 0 iguala todos los píxeles: indique otra o deje el campo vacío.</translation>
    </message>
    <message>
        <location filename="../../plugin/runner/local.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Removing old temporary files</source>
        <translation>Eliminando archivos temporales antiguos</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill run</source>
        <translation>Ejecución de SceneFill</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill: {title}</source>
        <translation>SceneFill: {title}</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>The project was closed meanwhile: the results of “{title}” are in the list of past runs.</source>
        <translation>Entretanto se cerró el proyecto: los resultados de «{title}» están en la lista de ejecuciones anteriores.</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Estimating</source>
        <translation>Estimando</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>“{title}” is done on the server: fetch its results in the list of past runs.</source>
        <translation>«{title}» ha terminado en el servidor: obtenga sus resultados en la lista de ejecuciones anteriores.</translation>
    </message>
    <message>
        <location filename="../../plugin/session.py"/>
        <source>Looking at the engine</source>
        <translation>Examinando el motor</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Starting the engine</source>
        <translation>Iniciando el motor</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching layers</source>
        <translation>Obteniendo capas</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Sending the layers</source>
        <translation>Enviando las capas</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Waiting for the server</source>
        <translation>Esperando al servidor</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching the results</source>
        <translation>Obteniendo los resultados</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Reading the inputs</source>
        <translation>Leyendo las entradas</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing the draft</source>
        <translation>Generando el borrador</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Learning from the scene</source>
        <translation>Aprendiendo de la escena</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing</source>
        <translation>Generando</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Putting the windows together</source>
        <translation>Ensamblando las ventanas</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Writing the results</source>
        <translation>Escribiendo los resultados</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking for clouds</source>
        <translation>Buscando nubes</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking at this computer</source>
        <translation>Examinando este equipo</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Making the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Installing packages</source>
        <translation>Instalando paquetes</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Downloading packages</source>
        <translation>Descargando paquetes</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Removing</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Next in the server's queue</source>
        <translation>El siguiente en la cola del servidor</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Number {position} in the server's queue</source>
        <translation>Número {position} en la cola del servidor</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <location filename="../../ui/environment_panel.py"/>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Toda la capa</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>{width} × {height} pixels of {size} {unit} ({pixels})</source>
        <translation>{width} × {height} píxeles de {size} {unit} ({pixels})</translation>
    </message>
    <message>
        <location filename="../../ui/band_combo.py"/>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy versions, device, this error and the last messages, without names, passwords and tokens</source>
        <translation>Copiar versiones, dispositivo, este error y los últimos mensajes, sin nombres, contraseñas ni tokens</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Look again</source>
        <translation>Volver a comprobar</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Start the engine and look again at what it runs on</source>
        <translation>Iniciar el motor y volver a comprobar en qué se ejecuta</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Threads, server and the engine's environment</source>
        <translation>Hilos, servidor y entorno del motor</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Set up engine…</source>
        <translation>Configurar motor…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Make or choose the Python environment that the engine runs in</source>
        <translation>Crear o elegir el entorno de Python en el que se ejecuta el motor</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Looking for the engine…</source>
        <translation>Buscando el motor…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/device_bar.py"/>
        <source>{memory} GB memory, %n core(s)</source>
        <translation>
            <numerusform>{memory} GB de memoria, %n núcleo</numerusform>
            <numerusform>{memory} GB de memoria, %n núcleos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Drawing the demo scene…</source>
        <translation>Generando la escena de demostración…</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Open demo scene</source>
        <translation>Abrir escena de demostración</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine stopped</source>
        <translation>El motor se detuvo</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine is not ready</source>
        <translation>El motor no está listo</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Something went wrong in SceneFill itself.</source>
        <translation>Algo falló en el propio SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Copy the diagnostics and report it.</source>
        <translation>Copie el diagnóstico y notifíquelo.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>SceneFill and its engine do not understand each other.</source>
        <translation>SceneFill y su motor no se comunican correctamente.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS; if it happens again, make the engine environment anew.</source>
        <translation>Reinicie QGIS; si vuelve a ocurrir, cree de nuevo el entorno del motor.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process ended unexpectedly.</source>
        <translation>El proceso del motor terminó inesperadamente.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Resume the run: finished windows are kept. If it happens again, copy the diagnostics and report it.</source>
        <translation>Reanude la ejecución: las ventanas terminadas se conservan. Si vuelve a ocurrir, copie el diagnóstico y notifíquelo.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process is of another version of SceneFill than the plugin.</source>
        <translation>El proceso del motor es de una versión de SceneFill distinta de la del complemento.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS, so that all of SceneFill is of one version.</source>
        <translation>Reinicie QGIS para que todo SceneFill sea de la misma versión.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process does not start.</source>
        <translation>El proceso del motor no arranca.</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Check the engine environment in the options.</source>
        <translation>Revise el entorno del motor en las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_dialog.py"/>
        <source>Set up the engine</source>
        <translation>Configurar el motor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python of the engine</source>
        <translation>Python del motor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Set from outside QGIS by {names}, and so fixed here.</source>
        <translation>Fijado desde fuera de QGIS mediante {names}; aquí no se puede cambiar.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Remove the engine's environment</source>
        <translation>Eliminar el entorno del motor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>It can be set up again at any time, which downloads its packages once more. Remove it?</source>
        <translation>Se puede volver a configurar en cualquier momento, pero sus paquetes se descargarán otra vez. ¿Eliminarlo?</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Folder of the offline bundle</source>
        <translation>Carpeta del kit sin conexión</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Empty folder for the offline bundle</source>
        <translation>Carpeta vacía para el kit sin conexión</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Being set up. QGIS can be used meanwhile, and this page closed.</source>
        <translation>Configuración en curso. Mientras tanto se puede usar QGIS y cerrar esta página.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Set up</source>
        <translation>Con&amp;figurar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Download the packages and install them</source>
        <translation>Descargar los paquetes e instalarlos</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not complete. Continue where it stopped.</source>
        <translation>Incompleto. Continúe donde se detuvo.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>C&amp;ontinue</source>
        <translation>Con&amp;tinuar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Go on with what is there</source>
        <translation>Seguir con lo que ya está</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Made for another version of SceneFill. Update it to be safe.</source>
        <translation>Creado para otra versión de SceneFill. Actualícelo para mayor seguridad.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Update</source>
        <translation>Act&amp;ualizar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Install what this version of SceneFill is tested with</source>
        <translation>Instalar aquello con lo que se ha probado esta versión de SceneFill</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Re&amp;pair</source>
        <translation>&amp;Reparar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Check all files and install again what is missing or damaged</source>
        <translation>Comprobar todos los archivos y reinstalar lo que falte o esté dañado</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment is ready.</source>
        <translation>El entorno del motor está listo.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The bundle is ready. Copy its folder to the other computers.</source>
        <translation>El kit está listo. Copie su carpeta a los demás equipos.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment has been removed.</source>
        <translation>Se ha eliminado el entorno del motor.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Cancelled. What is there is kept.</source>
        <translation>Cancelado. Lo que ya está se conserva.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python {python} · PyTorch {torch} · {device}</source>
        <translation>Python {python} · PyTorch {torch} · {device}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Ready: Python {python} · PyTorch {torch}</source>
        <translation>Listo: Python {python} · PyTorch {torch}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not set up yet. It takes {download:.1f} GB to download and {disk:.1f} GB on the disk.</source>
        <translation>Aún sin configurar. Hay que descargar {download:.1f} GB y ocupa {disk:.1f} GB en el disco.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>With an NVIDIA device it is {download:.0f} GB and {disk:.0f} GB.</source>
        <translation>Con un dispositivo NVIDIA son {download:.0f} GB y {disk:.0f} GB.</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <location filename="../../ui/form_check.py"/>
        <source>polygons</source>
        <translation>polígonos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose what counts as a gap.</source>
        <translation>Elija qué se considera hueco.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose a polygon layer, or add one to the project.</source>
        <translation>Elija una capa de polígonos o añada una al proyecto.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen other gaps by</source>
        <translation>Ampliar los demás &amp;huecos en</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen gaps by</source>
        <translation>Ampliar los &amp;huecos en</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Values {values} of {file}</source>
        <translation>Valores {values} de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Bits {values} of {file}</source>
        <translation>Bits {values} de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Polygons of {file}</source>
        <translation>Polígonos de {file}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Clouds found in the image</source>
        <translation>Nubes detectadas en la imagen</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Pixels without data</source>
        <translation>Píxeles sin datos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>{gap}, widened by {pixels} px</source>
        <translation>{gap}, ampliación de {pixels} px</translation>
    </message>
    <message>
        <location filename="../../ui/help_window.py"/>
        <source>SceneFill user guide</source>
        <translation>Guía de usuario de SceneFill</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Whole number from 0 to 9223372036854775807. The same seed draws the same result; another seed draws another.</source>
        <translation>Número entero de 0 a 9223372036854775807. La misma semilla genera el mismo resultado; otra semilla genera otro.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Server (not set up)</source>
        <translation>Servidor (sin configurar)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Learns from the observed pixels of the layer that is filled how they follow from the other layers and from what is around a gap, before anything is drawn. It takes about a minute, and is kept only if blocks that were held out get better; the result says whether they did.</source>
        <translation>Aprende de los píxeles observados de la capa que se rellena cómo dependen de las demás capas y de lo que rodea un hueco, antes de generar nada. Tarda alrededor de un minuto y lo aprendido se conserva solo si mejoran los bloques reservados; el resultado indica si fue así.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>No layer is filled now, so there is nothing to learn from.</source>
        <translation>Ahora no se rellena ninguna capa, así que no hay nada de lo que aprender.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Custom</source>
        <translation>Personalizada</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, without sampling: the fastest, smooth, with a rough spread.</source>
        <translation>La estimación directa, sin muestreo: la más rápida, suavizada, con una dispersión aproximada.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 4 samples of 4 steps: detail and a measured spread in reasonable time.</source>
        <translation>La media de 4 muestras de 4 pasos: detalle y dispersión medida en un tiempo razonable.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 8 samples of 8 steps: drawing takes about four times as long as with Standard.</source>
        <translation>La media de 8 muestras de 8 pasos: generar tarda unas cuatro veces lo que con Estándar.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>As set under Advanced.</source>
        <translation>Según lo indicado en Avanzado.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, no sampling</source>
        <translation>La estimación directa, sin muestreo</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of the samples: the most likely values</source>
        <translation>La media de las muestras: los valores más probables</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Realisations</source>
        <translation>Realizaciones</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>A file for each sample: textures as real as the model draws them</source>
        <translation>Un archivo por muestra: texturas tan reales como el modelo es capaz de generarlas</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Server: {name}</source>
        <translation>Servidor: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives</source>
        <translation>Aporta</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inputs_model.py"/>
        <source>%n other band(s)</source>
        <translation>
            <numerusform>%n banda más</numerusform>
            <numerusform>%n bandas más</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Looking at the file…</source>
        <translation>Examinando el archivo…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives: {bands}</source>
        <translation>Aporta: {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date: {date}</source>
        <translation>Fecha: {date}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status: {status}</source>
        <translation>Estado: {status}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>carried along: {bands}</source>
        <translation>bandas acompañantes: {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Layers that you have</source>
        <translation>Capas disponibles</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>{name}: {problem}</source>
        <translation>{name}: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>The layers are still being looked at.</source>
        <translation>Todavía se están examinando las capas.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>'{name}' is not a raster that QGIS can open.</source>
        <translation>«{name}» no es un ráster que QGIS pueda abrir.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Looking at {name}</source>
        <translation>Examinando {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Checking the layers</source>
        <translation>Comprobando las capas</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>No other raster layer in the project</source>
        <translation>No hay más capas ráster en el proyecto</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add file…</source>
        <translation>Añadir archivo…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add raster files</source>
        <translation>Añadir archivos ráster</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Removed from the project, and so from SceneFill: {names}</source>
        <translation>Quitadas del proyecto y, por tanto, de SceneFill: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/layer_table.py"/>
        <source>Add the layers that you have, or drag them here from the Layers panel.</source>
        <translation>Añada las capas de que disponga o arrástrelas aquí desde el panel Capas.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>The engine cannot open the mask layer. Save it as GeoTIFF and choose that.</source>
        <translation>El motor no puede abrir la capa de máscara. Guárdela como GeoTIFF y elija ese archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Choose the mask layer.</source>
        <translation>Elija la capa de máscara.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Name the mask's values that are gaps.</source>
        <translation>Indique los valores de la máscara que son huecos.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values of the mask</source>
        <translation>Leyendo los valores de la máscara</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values…</source>
        <translation>Leyendo los valores…</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something is missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not right</source>
        <translation>El trabajo no es correcto</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer cannot be used</source>
        <translation>Una capa no se puede usar</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area does not fit</source>
        <translation>El área no es adecuada</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model cannot be used</source>
        <translation>El modelo no se puede usar</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This computer cannot do it</source>
        <translation>Este equipo no puede hacerlo</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The server cannot be used</source>
        <translation>El servidor no se puede usar</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no area to work on.</source>
        <translation>No hay ningún área en la que trabajar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area, or add a layer whose extent is used.</source>
        <translation>Elija un área o añada una capa cuya extensión se use.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There are no layers to work from.</source>
        <translation>No hay capas de las que partir.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Add a layer under “What you have”, or imagine a scene, which needs none.</source>
        <translation>Añada una capa en «Datos disponibles» o imagine una escena, que no necesita ninguna.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No modality to draw is chosen.</source>
        <translation>No se ha elegido ninguna modalidad que generar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose at least one.</source>
        <translation>Elija al menos una.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing says what counts as a gap.</source>
        <translation>No se ha indicado qué se considera hueco.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose nodata, clouds, a mask or polygons.</source>
        <translation>Elija píxeles sin datos, nubes, una máscara o polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>What the bands of a layer are is not known.</source>
        <translation>No se sabe qué son las bandas de una capa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose its bands, or remove the layer.</source>
        <translation>Elija sus bandas o quite la capa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing is selected in the polygon layer.</source>
        <translation>No hay nada seleccionado en la capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select the polygons that are to be filled, or use all of the layer.</source>
        <translation>Seleccione los polígonos que se van a rellenar o use toda la capa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer does not hold polygons.</source>
        <translation>La capa no contiene polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose a layer of polygons.</source>
        <translation>Elija una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A run is going on.</source>
        <translation>Hay una ejecución en curso.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait for it to end, or cancel it.</source>
        <translation>Espere a que termine o cancélela.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer has no polygons to use.</source>
        <translation>La capa no tiene polígonos que usar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select some, use all of its features, or choose another layer.</source>
        <translation>Seleccione algunos, use todos sus objetos o elija otra capa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The band is neither classes nor quality bits.</source>
        <translation>La banda no contiene ni clases ni bits de calidad.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the band with the classes, or a mask.</source>
        <translation>Elija la banda con las clases o una máscara.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of values cannot be read.</source>
        <translation>No se puede leer la lista de valores.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Give whole numbers and ranges, such as 3, 8-10.</source>
        <translation>Indique números enteros y rangos, como 3, 8-10.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill has no band of the modality, or no gaps.</source>
        <translation>La capa que se va a rellenar no tiene ninguna banda de la modalidad o no tiene huecos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct its bands, choose another layer, or say what counts as a gap.</source>
        <translation>Corrija sus bandas, elija otra capa o indique qué se considera hueco.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area has more pixels than a job may have.</source>
        <translation>El área tiene más píxeles de los que admite un trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the job file; the details name the place.</source>
        <translation>Corrija el archivo de trabajo; los detalles indican el lugar.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not readable JSON.</source>
        <translation>El trabajo no es un JSON legible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This is not a job that this version of SceneFill reads.</source>
        <translation>Este trabajo no lo puede leer esta versión de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Update SceneFill.</source>
        <translation>Actualice SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is given twice.</source>
        <translation>Un elemento del trabajo aparece dos veces.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job has a member that jobs do not have.</source>
        <translation>El trabajo tiene un elemento que no existe en los trabajos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is missing.</source>
        <translation>Falta un elemento del trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value of the job is of the wrong type.</source>
        <translation>Un valor del trabajo es de un tipo incorrecto.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value is not possible.</source>
        <translation>Hay un valor no válido.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct it; the details name it.</source>
        <translation>Corríjalo; los detalles lo indican.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such modality.</source>
        <translation>No existe esa modalidad.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such sampling mode.</source>
        <translation>No existe ese modo de muestreo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such kind of gap.</source>
        <translation>No existe ese tipo de hueco.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The output folder holds results of something else.</source>
        <translation>La carpeta de salida contiene resultados de otra cosa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an empty folder.</source>
        <translation>Elija una carpeta vacía.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no unfinished run in the folder.</source>
        <translation>No hay ninguna ejecución sin terminar en la carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run.</source>
        <translation>Inicie una ejecución nueva.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The unfinished run in the folder is that of another job, or its files have changed.</source>
        <translation>La ejecución sin terminar de la carpeta es de otro trabajo o sus archivos han cambiado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run into another folder.</source>
        <translation>Inicie una ejecución nueva en otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file is not there.</source>
        <translation>Falta un archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check that it was not moved or deleted.</source>
        <translation>Compruebe que no se haya movido ni eliminado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster cannot be read.</source>
        <translation>No se puede leer un ráster.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the file, or save the layer as GeoTIFF and use that.</source>
        <translation>Revise el archivo o guarde la capa como GeoTIFF y use ese archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The polygons cannot be read.</source>
        <translation>No se pueden leer los polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Save them as GeoPackage and use that.</source>
        <translation>Guárdelos como GeoPackage y use ese archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The pixels of a layer cannot be read from here.</source>
        <translation>Los píxeles de una capa no se pueden leer desde aquí.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Export it as GeoTIFF and use that.</source>
        <translation>Expórtela como GeoTIFF y use ese archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer could not be fetched.</source>
        <translation>No se pudo obtener una capa web.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the network and the layer, or choose a smaller area.</source>
        <translation>Compruebe la red y la capa, o elija un área más pequeña.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer has to be copied before a job can name it.</source>
        <translation>Una capa web debe copiarse antes de que un trabajo pueda usarla.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer has no CRS, or one that is not known.</source>
        <translation>Una capa no tiene SRC o este no se reconoce.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign its CRS and save it again.</source>
        <translation>Asígnele su SRC y guárdela de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not have the band that was chosen.</source>
        <translation>Una capa no tiene la banda elegida.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the bands of the layer.</source>
        <translation>Corrija las bandas de la capa.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds complex numbers.</source>
        <translation>Una capa contiene números complejos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Turn it into backscatter first: amplitude, power or dB.</source>
        <translation>Conviértala antes en retrodispersión: amplitud, potencia o dB.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Clouds cannot be found without the red, green and blue bands.</source>
        <translation>No se pueden detectar nubes sin las bandas roja, verde y azul.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign these bands, or give the clouds as a mask or as polygons.</source>
        <translation>Asigne estas bandas o aporte las nubes como máscara o como polígonos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster is rotated or sheared.</source>
        <translation>Un ráster está rotado o sesgado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation>Reproyéctelo antes a una cuadrícula orientada al norte.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill does not lie on the pixels of the working grid.</source>
        <translation>La capa que se va a rellenar no coincide con los píxeles de la cuadrícula de trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the layer to fill as reference, or warp it first.</source>
        <translation>Elija como referencia la capa que se va a rellenar o reproyéctela antes.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds values that are no numbers.</source>
        <translation>Una capa contiene valores que no son números.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Set them to nodata.</source>
        <translation>Asígneles el valor sin datos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not touch the area.</source>
        <translation>Una capa no toca el área.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area that the layer covers, and check that its CRS is right.</source>
        <translation>Elija un área que la capa cubra y compruebe que su SRC sea correcto.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area crosses the 180° meridian.</source>
        <translation>El área cruza el meridiano de 180°.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Split it there.</source>
        <translation>Divídala ahí.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no transformation between two of the CRS.</source>
        <translation>No hay transformación entre dos de los SRC.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp the layer to the CRS of the others first.</source>
        <translation>Reproyecte antes la capa al SRC de las demás.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The working grid is not one that a raster can have.</source>
        <translation>La cuadrícula de trabajo no es posible para un ráster.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another area.</source>
        <translation>Elija otra área.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A window of the grid is not possible.</source>
        <translation>Una ventana de la cuadrícula no es posible.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Install SceneFill again.</source>
        <translation>Vuelva a instalar SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No model is installed.</source>
        <translation>No hay ningún modelo instalado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no model of this name.</source>
        <translation>No hay ningún modelo con ese nombre.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an installed one.</source>
        <translation>Elija uno instalado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model is of a size that is not known.</source>
        <translation>El modelo es de un tamaño desconocido.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is missing or was changed.</source>
        <translation>Falta un archivo del modelo o se ha modificado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is not in the safetensors format.</source>
        <translation>Un archivo del modelo no está en formato safetensors.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The manifest of the model is broken.</source>
        <translation>El manifiesto del modelo está dañado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model was made for another version of SceneFill.</source>
        <translation>El modelo se creó para otra versión de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Use a model for this version.</source>
        <translation>Use un modelo para esta versión.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model drew values that are no numbers.</source>
        <translation>El modelo generó valores que no son números.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check units and scales of the layers; then copy the diagnostics and report it.</source>
        <translation>Compruebe las unidades y escalas de las capas; después copie el diagnóstico y notifíquelo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of modalities is of another version of SceneFill.</source>
        <translation>La lista de modalidades es de otra versión de SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Free some space, then resume the run; or choose another folder.</source>
        <translation>Libere espacio y reanude la ejecución, o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The memory of this computer is exhausted.</source>
        <translation>La memoria de este equipo se ha agotado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Close other programs, then resume the run.</source>
        <translation>Cierre otros programas y reanude la ejecución.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A result could not be written.</source>
        <translation>No se pudo escribir un resultado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the folder and its permissions.</source>
        <translation>Compruebe la carpeta y sus permisos.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Another run writes to this folder.</source>
        <translation>Otra ejecución escribe en esta carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>Espere a que termine o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing can be written to the folder.</source>
        <translation>No se puede escribir en la carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The file system reported an error.</source>
        <translation>El sistema de archivos notificó un error.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the cache is broken.</source>
        <translation>Un archivo de la caché está dañado.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Delete the cache and try again.</source>
        <translation>Elimine la caché e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area or larger pixels.</source>
        <translation>Elija un área más pequeña o píxeles más grandes.</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Finished windows are kept.</source>
        <translation>Las ventanas terminadas se conservan.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Resume the run to continue.</source>
        <translation>Reanude la ejecución para continuar.</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Results folder</source>
        <translation>Carpeta de resultados</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Load the results and the form again</source>
        <translation>Cargar de nuevo los resultados y el formulario</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Continue where the run stopped</source>
        <translation>Continuar donde se detuvo la ejecución</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Cancel on the server</source>
        <translation>Cancelar en el servidor</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Stop the run on its server</source>
        <translation>Detener la ejecución en su servidor</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Copy as command</source>
        <translation>Copiar como comando</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>For a terminal or a script</source>
        <translation>Para un terminal o un script</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job…</source>
        <translation>Guardar trabajo…</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save the job file under another name</source>
        <translation>Guardar el archivo de trabajo con otro nombre</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Show the files of the run</source>
        <translation>Mostrar los archivos de la ejecución</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Remove from list</source>
        <translation>Eliminar de la lista</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Forget the run; its files stay</source>
        <translation>Olvidar la ejecución; sus archivos se conservan</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch results</source>
        <translation>Obtener resultados</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch what the server has made, and load it</source>
        <translation>Obtener y cargar lo que ha hecho el servidor</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Wait for the server, and load the results when they are there</source>
        <translation>Esperar al servidor y cargar los resultados cuando estén</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job</source>
        <translation>Guardar trabajo</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>SceneFill job (*.json)</source>
        <translation>Trabajo de SceneFill (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <location filename="../../ui/reporting.py"/>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>less than 1 s</source>
        <translation>menos de 1 s</translation>
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
        <translation>restan aprox. {duration}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/quantities.py"/>
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the server's address in the options.</source>
        <translation>Compruebe la dirección del servidor en las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later, or ask whoever runs the server.</source>
        <translation>Inténtelo más tarde o pregunte a quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's address is none.</source>
        <translation>La dirección del servidor no es válida.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Write it like https://scenefill.example.org.</source>
        <translation>Escríbala así: https://scenefill.example.org.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>No server is set up.</source>
        <translation>No hay ningún servidor configurado.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Enter its address in the options.</source>
        <translation>Introduzca su dirección en las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login would travel for everyone to read.</source>
        <translation>Sus credenciales viajarían a la vista de todos.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Use the server's address that starts with https://.</source>
        <translation>Use la dirección del servidor que empieza por https://.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not answer.</source>
        <translation>El servidor no responde.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check its address and the network, and ask whoever runs the server whether it is up.</source>
        <translation>Compruebe la dirección y la red, y pregunte a quien administra el servidor si está en marcha.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The connection to the server is not safe: its certificate is not trusted.</source>
        <translation>La conexión con el servidor no es segura: su certificado no es de confianza.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the address; add your institution's certificate in Settings ▸ Options ▸ Authentication.</source>
        <translation>Compruebe la dirección; añada el certificado de su institución en Configuración ▸ Opciones ▸ Autenticación.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's proxy does not let the connection through.</source>
        <translation>El proxy de la red no deja pasar la conexión.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set the proxy and its login in Settings ▸ Options ▸ Network.</source>
        <translation>Configure el proxy y sus credenciales en Configuración ▸ Opciones ▸ Red.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's login page answers instead of the server.</source>
        <translation>En lugar del servidor responde la página de acceso de la red.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Open a browser, log in to the network, and try again.</source>
        <translation>Abra un navegador, inicie sesión en la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Something else than a SceneFill server answers.</source>
        <translation>Responde algo que no es un servidor SceneFill.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's answer cannot be understood.</source>
        <translation>No se entiende la respuesta del servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server and this plugin are of versions that do not fit.</source>
        <translation>Las versiones del servidor y de este complemento no son compatibles.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Update SceneFill, or ask whoever runs the server to.</source>
        <translation>Actualice SceneFill o pida que lo haga quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server failed.</source>
        <translation>El servidor ha fallado.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server has too much to do.</source>
        <translation>El servidor tiene demasiado trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later.</source>
        <translation>Inténtelo más tarde.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A result was damaged on its way and thrown away.</source>
        <translation>Un resultado se dañó por el camino y se descartó.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Resume the run.</source>
        <translation>Reanude la ejecución.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer was damaged or held up on its way to the server.</source>
        <translation>Una capa se dañó o se retuvo de camino al servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Ask whoever runs the server.</source>
        <translation>Pregunte a quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know your login, or it has expired.</source>
        <translation>El servidor no conoce sus credenciales, o han caducado.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose another login in the options, or ask whoever runs the server for a new one.</source>
        <translation>Elija otras credenciales en las opciones o pida unas nuevas a quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login may not be used for this.</source>
        <translation>Sus credenciales no sirven para esto.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's queue is full.</source>
        <translation>La cola del servidor está llena.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>You have as many jobs on the server as it lets you.</source>
        <translation>Tiene en el servidor tantos trabajos como este permite.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Wait until one of them has ended, or cancel one in Past runs.</source>
        <translation>Espere a que termine alguno o cancele uno en Ejecuciones anteriores.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your layers need more space on the server than it lets you.</source>
        <translation>Sus capas necesitan en el servidor más espacio del permitido.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area, or wait until earlier layers have expired.</source>
        <translation>Elija un área más pequeña o espere a que caduquen las capas anteriores.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A server does not do this.</source>
        <translation>Un servidor no hace esto.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set up an engine on this computer in the options.</source>
        <translation>Configure un motor en este equipo en las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not take a layer of the job.</source>
        <translation>El servidor no acepta una capa del trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as a new GeoTIFF and use that, or ask whoever runs the server.</source>
        <translation>Guárdela como un GeoTIFF nuevo y use ese, o pregunte a quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer cannot be written for the server without changing what it says.</source>
        <translation>Una capa no se puede escribir para el servidor sin cambiar lo que dice.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as GeoTIFF with DEFLATE compression, in a CRS with an EPSG code.</source>
        <translation>Guárdela como GeoTIFF con compresión DEFLATE, en un SRC con código EPSG.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The area has more pixels than the server takes.</source>
        <translation>El área tiene más píxeles de los que acepta el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Run it again.</source>
        <translation>Ejecútelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is no longer on the server.</source>
        <translation>La ejecución ya no está en el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The files of the run are no longer on the server.</source>
        <translation>Los archivos de la ejecución ya no están en el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run was cancelled on the server.</source>
        <translation>La ejecución se canceló en el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know the run.</source>
        <translation>El servidor no conoce la ejecución.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not have a result of the run.</source>
        <translation>Al servidor le falta un resultado de la ejecución.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer is no longer on the server.</source>
        <translation>Una capa ya no está en el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The results are not ready yet.</source>
        <translation>Los resultados aún no están listos.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server takes the run for another one.</source>
        <translation>El servidor confunde la ejecución con otra.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is in another state on the server than expected.</source>
        <translation>La ejecución está en el servidor en un estado distinto del esperado.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's database does not answer.</source>
        <translation>La base de datos del servidor no responde.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server is still starting.</source>
        <translation>El servidor aún se está iniciando.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server lacks what it spreads its work with.</source>
        <translation>Al servidor le falta aquello con lo que reparte su trabajo.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers cannot be reached.</source>
        <translation>No se puede contactar con los procesos de trabajo del servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers are of different versions.</source>
        <translation>Los procesos de trabajo del servidor son de versiones distintas.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers failed.</source>
        <translation>Los procesos de trabajo del servidor han fallado.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>One place of the area ended every worker that drew it.</source>
        <translation>Un lugar del área hizo terminar a todos los procesos que lo dibujaban.</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose an area without it, and tell whoever runs the server.</source>
        <translation>Elija un área sin él y avise a quien administra el servidor.</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Details…</source>
        <translation>Detalles…</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Zoom to result</source>
        <translation>Zoom al resultado</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” is done after {duration}.</source>
        <translation>«{title}» terminó tras {duration}.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Role of {name}</source>
        <translation>Función de {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>&amp;Guess again</source>
        <translation>Deducir de &amp;nuevo</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Forget all corrections</source>
        <translation>Descartar todas las correcciones</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Corrected by hand.</source>
        <translation>Corregido manualmente.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>{number} – {name}</source>
        <translation>{number} – {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Band {number} is</source>
        <translation>La banda {number} es</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Nothing was guessed.</source>
        <translation>No se dedujo nada.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>from the file</source>
        <translation>según el archivo</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>'{text}' is no number.</source>
        <translation>«{text}» no es un número.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Estimating…</source>
        <translation>Estimando…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” failed: {reason}</source>
        <translation>«{title}» falló: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>The layers of “{title}” could not be loaded: {reason}</source>
        <translation>No se pudieron cargar las capas de «{title}»: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was cancelled.</source>
        <translation>«{title}» se canceló.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was interrupted before the server had it; Past runs can resume it.</source>
        <translation>«{title}» se interrumpió antes de que el servidor lo tuviera; se puede reanudar en Ejecuciones anteriores.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” goes on at the server; Past runs finds it again.</source>
        <translation>«{title}» continúa en el servidor; se encuentra de nuevo en Ejecuciones anteriores.</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>There is nothing to draw: the area has no gaps.</source>
        <translation>No hay nada que generar: el área no tiene huecos.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/run_panel.py"/>
        <source>{pixels} in %n window(s)</source>
        <translation>
            <numerusform>{pixels} en %n ventana</numerusform>
            <numerusform>{pixels} en %n ventanas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{percent} % of it to draw</source>
        <translation>{percent} % por generar</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>about {duration} on {device}</source>
        <translation>aprox. {duration} en {device}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{size} on disk</source>
        <translation>{size} en disco</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{windows}, {share}, {time}, {disk}</source>
        <translation>{windows}, {share}, {time}, {disk}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>at most {size} on disk</source>
        <translation>como máximo {size} en disco</translation>
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
        <translation>Ejecución</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting, no. {position}</source>
        <translation>En espera, n.º {position}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running, {percent} %</source>
        <translation>En curso, {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Ready to fetch</source>
        <translation>Listo para obtener</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{state} after {duration}</source>
        <translation>{state} tras {duration}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Temporary: {folder}</source>
        <translation>Temporal: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Folder: {folder}</source>
        <translation>Carpeta: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{done} of {total} windows</source>
        <translation>{done} de {total} ventanas</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking {host}…</source>
        <translation>Preguntando a {host}…</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Without https:// others can read what is sent there, your login included.</source>
        <translation>Sin https:// otros pueden leer lo que se envía, incluidas sus credenciales.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>New server</source>
        <translation>Servidor nuevo</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>SceneFill {version}</source>
        <translation>SceneFill {version}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{scenefill} on {processor}</source>
        <translation>{scenefill} en {processor}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>about {pixels} per second</source>
        <translation>unos {pixels} por segundo</translation>
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
        <translation>No tiene ningún modelo, así que no puede dibujar nada.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}.</source>
        <translation>Modelos: {models}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}, which draw {modalities}.</source>
        <translation>Modelos: {models}, que dibujan {modalities}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/server_texts.py"/>
        <source>%n job(s) are waiting.</source>
        <translation>
            <numerusform>%n trabajo en espera.</numerusform>
            <numerusform>%n trabajos en espera.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Nobody is waiting.</source>
        <translation>Nadie está esperando.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{pixels} a job</source>
        <translation>{pixels} por trabajo</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{size} to send</source>
        <translation>{size} para enviar</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>At most {limits}.</source>
        <translation>Como máximo {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>You are “{name}”, with at most {limits}.</source>
        <translation>Usted es «{name}», con un máximo de {limits}.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Your data stays on this computer.</source>
        <translation>Sus datos se quedan en este equipo.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{name} ({address})</source>
        <translation>{name} ({address})</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{place}, a server on this computer</source>
        <translation>{place}, un servidor en este equipo</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>The request goes to {place}; no layer is sent.</source>
        <translation>La solicitud va a {place}; no se envía ninguna capa.</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>This data goes to {place}: {layers}; of each the area and its surroundings.</source>
        <translation>Estos datos van a {place}: {layers}; de cada uno, el área y sus alrededores.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Folder for the results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>[Save to temporary folder]</source>
        <translation>[Guardar en carpeta temporal]</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>The finest layer</source>
        <translation>La capa más fina</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add a layer under “What you have”, then choose it as the layer to fill.</source>
        <translation>Añada una capa en «Datos disponibles» y elíjala como capa que rellenar.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose the layer to fill.</source>
        <translation>Elija la capa que rellenar.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add at least one layer under “What you have”.</source>
        <translation>Añada al menos una capa en «Datos disponibles».</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose at least one modality to draw.</source>
        <translation>Elija al menos una modalidad que generar.</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Also draw everywhere</source>
        <translation>Generar además en toda el área</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Draw</source>
        <translation>Generar</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>filled</source>
        <translation>se rellena</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>partly filled</source>
        <translation>se rellena en parte</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>given</source>
        <translation>ya disponible</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>E&amp;xtent</source>
        <translation>E&amp;xtensión</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Extent to work on, in the CRS of the project: west, east, south, north. Left empty, the whole layer is worked on.</source>
        <translation>Extensión de trabajo, en el SRC del proyecto: oeste, este, sur, norte. Si se deja vacío, se trabaja en toda la capa.</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on what the map canvas shows</source>
        <translation>Trabajar en lo que muestra el lienzo del mapa</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Current view</source>
        <translation>Vista actual</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw a rectangle on the map canvas</source>
        <translation>Dibujar un rectángulo en el lienzo del mapa</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on the whole of the layer to fill, or of the first layer of the list</source>
        <translation>Trabajar en la totalidad de la capa que se va a rellenar o de la primera capa de la lista</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Whole layer</source>
        <translation>Toda la capa</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Working grid</source>
        <translation>Cuadrícula de trabajo</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>The pixels that are worked on: their number, and their size in units of the CRS</source>
        <translation>Los píxeles con los que se trabaja: su número y su tamaño en unidades del SRC</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>SceneFill: details</source>
        <translation>SceneFill: detalles</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>What the engine said, in English</source>
        <translation>Lo que comunicó el motor, en inglés</translation>
    </message>
</context>
<context>
    <name>EnvironmentPanel</name>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Environment &amp;made by SceneFill</source>
        <translation>Entorno &amp;creado por SceneFill</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>A Python of its own in your data folder; nothing is installed into QGIS</source>
        <translation>Un Python propio en su carpeta de datos; no se instala nada en QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Set up</source>
        <translation>Con&amp;figurar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Remo&amp;ve</source>
        <translation>Eli&amp;minar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Delete the environment from the disk</source>
        <translation>Eliminar el entorno del disco</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install from &amp;bundle…</source>
        <translation>Instalar desde &amp;kit…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install without a network, from a folder that was made on another computer</source>
        <translation>Instalar sin red, desde una carpeta creada en otro equipo</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Ma&amp;ke bundle…</source>
        <translation>Crear k&amp;it…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Download the packages into a folder, for computers without a network</source>
        <translation>Descargar los paquetes en una carpeta, para equipos sin red</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>E&amp;xisting Python</source>
        <translation>Python e&amp;xistente</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>An environment that you made yourself</source>
        <translation>Un entorno creado por usted</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>The Python program of the environment, such as bin/python or Scripts\python.exe</source>
        <translation>El programa Python del entorno, como bin/python o Scripts\python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Check</source>
        <translation>Compro&amp;bar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>See whether this Python has what the engine needs</source>
        <translation>Comprobar si este Python tiene lo que necesita el motor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;None on this computer, the server does the work</source>
        <translation>&amp;Ninguno en este equipo; el servidor hace el trabajo</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>For computers that are too small, and for classrooms with a server</source>
        <translation>Para equipos demasiado modestos y para aulas con un servidor</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;lar</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Stop now; what is there is kept, and the next start goes on with it</source>
        <translation>Detener ahora; lo que ya está se conserva y el siguiente inicio continúa a partir de ahí</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Pixels without data</source>
        <translation>Píxeles &amp;sin datos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Nodata values, masked pixels and NaN of the layer</source>
        <translation>Valores sin datos, píxeles enmascarados y NaN de la capa</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Clouds found in the image</source>
        <translation>&amp;Nubes detectadas en la imagen</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Clouds and their shadows, found in the layer itself; it needs red, green and blue. The mask is saved beside the result.</source>
        <translation>Las nubes y sus sombras, detectadas en la propia capa; se necesitan rojo, verde y azul. La máscara se guarda junto al resultado.</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Cloud pro&amp;bability from</source>
        <translation>Pro&amp;babilidad de nube desde</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels with at least this cloud probability (0–1) are gaps; lower values take more pixels for clouds</source>
        <translation>Los píxeles con al menos esta probabilidad de nube (0–1) son huecos; con valores más bajos se toman más píxeles por nubes</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Widen clouds by</source>
        <translation>Ampliar las nubes en</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which the clouds and shadows that were found are widened: a thin edge that is missed spoils what is drawn beside it</source>
        <translation>Número de píxeles de la cuadrícula de trabajo en que se amplían las nubes y sombras detectadas: un borde tenue que se pasa por alto estropea lo que se genera a su lado</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Values of a &amp;mask layer</source>
        <translation>Valores de una capa de &amp;máscara</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>A raster of classes or quality bits says where the gaps are</source>
        <translation>Un ráster de clases o bits de calidad indica dónde están los huecos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>P&amp;olygons</source>
        <translation>&amp;Polígonos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Everything inside the polygons of a vector layer is a gap</source>
        <translation>Todo lo que hay dentro de los polígonos de una capa vectorial es un hueco</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pol&amp;ygon layer</source>
        <translation>Capa de po&amp;lígonos</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Vector layer with polygons, in any CRS</source>
        <translation>Capa vectorial con polígonos, en cualquier SRC</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Selected features only</source>
        <translation>S&amp;olo los objetos seleccionados</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Use the features that are selected in the polygon layer when the run starts</source>
        <translation>Usar los objetos que estén seleccionados en la capa de polígonos al iniciar la ejecución</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which pixels without data, the mask and the polygons are widened</source>
        <translation>Número de píxeles de la cuadrícula de trabajo en que se amplían los píxeles sin datos, la máscara y los polígonos</translation>
    </message>
</context>
<context>
    <name>HowPanel</name>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learn from t&amp;his scene first</source>
        <translation>Aprender primer&amp;o de esta escena</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Run o&amp;n</source>
        <translation>Ejecutar &amp;en</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Where the engine works. A server can be set up in the options.</source>
        <translation>Dónde trabaja el motor. Se puede configurar un servidor en las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>The trained weights that draw</source>
        <translation>Los pesos entrenados con los que se genera</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Res&amp;ult</source>
        <translation>Res&amp;ultado</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Denoising steps of every sample (1–100). The time grows with them; more than 8 seldom change the result.</source>
        <translation>Pasos de eliminación de ruido de cada muestra (1–100). El tiempo crece con ellos; más de 8 rara vez cambian el resultado.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>How many times the scene is drawn (1–64). The spread is measured over the samples; the time grows with them.</source>
        <translation>Cuántas veces se genera la escena (1–64). La dispersión se mide entre las muestras; el tiempo crece con ellas.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learning steps</source>
        <translation>Pasos de aprendizaje</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps of training on the observed pixels, before anything is drawn (1–10000). The time grows with them; 200 take about a minute.</source>
        <translation>Pasos de entrenamiento con los píxeles observados, antes de generar nada (1–10000). El tiempo crece con ellos; 200 tardan alrededor de un minuto.</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Se&amp;ed</source>
        <translation>Semi&amp;lla</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>New seed</source>
        <translation>Semilla nueva</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Choose a seed by chance</source>
        <translation>Elegir una semilla al azar</translation>
    </message>
</context>
<context>
    <name>InputsPanel</name>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Add a raster layer of the project, or a file. What it shows is guessed, and every guess can be corrected.</source>
        <translation>Añadir una capa ráster del proyecto o un archivo. Su contenido se deduce y toda deducción se puede corregir.</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>&amp;Add layer</source>
        <translation>&amp;Añadir capa</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Correct bands, unit and date of the selected layer (Enter)</source>
        <translation>Corregir las bandas, la unidad y la fecha de la capa seleccionada (Intro)</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role</source>
        <translation>Editar función</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role…</source>
        <translation>Editar función…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove the selected layers from this list (Del); they stay in the project</source>
        <translation>Quitar de esta lista las capas seleccionadas (Supr); siguen en el proyecto</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove from list</source>
        <translation>Eliminar de la lista</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Mas&amp;k layer</source>
        <translation>Capa &amp;de máscara</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Raster of classes or quality bits, such as a cloud mask, Sentinel-2 SCL or Landsat QA_PIXEL. It may have another pixel size or CRS.</source>
        <translation>Ráster de clases o bits de calidad, como una máscara de nubes, SCL de Sentinel-2 o QA_PIXEL de Landsat. Puede tener otro tamaño de píxel u otro SRC.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Numbers are</source>
        <translation>Los números son</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values: a pixel is a gap if its number is in the list. Quality bits: a pixel is a gap if any of the listed bits is set; bit 0 is the lowest.</source>
        <translation>Valores de clase: un píxel es hueco si su número está en la lista. Bits de calidad: un píxel es hueco si está activado alguno de los bits de la lista; el bit 0 es el más bajo.</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values</source>
        <translation>Valores de clase</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Quality bits</source>
        <translation>Bits de calidad</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>&amp;Gap values</source>
        <translation>&amp;Valores de hueco</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Whole numbers and ranges that are gaps, for example 3, 8-10</source>
        <translation>Números enteros y rangos que son huecos, por ejemplo 3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>3, 8-10</source>
        <translation>3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read…</source>
        <translation>Leer…</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read which values the band has, in the background, and choose among them</source>
        <translation>Leer en segundo plano qué valores tiene la banda y elegir entre ellos</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Values in the mask</source>
        <translation>Valores de la máscara</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Checked values are gaps; the percentage is the share of the raster's pixels</source>
        <translation>Los valores marcados son huecos; el porcentaje es la proporción de píxeles del ráster</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Processor &amp;threads</source>
        <translation>&amp;Hilos del procesador</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Threads of the engine on the processor; fewer leave more for QGIS</source>
        <translation>Hilos que el motor usa en el procesador; con menos queda más para QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Keep the engine &amp;warm for</source>
        <translation>Mantener el mot&amp;or en memoria durante</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Minutes that the engine stays in memory after its last work, so that the next run starts at once</source>
        <translation>Minutos que el motor permanece en memoria tras su último trabajo, para que la siguiente ejecución empiece de inmediato</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>&amp;Results folder</source>
        <translation>C&amp;arpeta de resultados</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Where results go that are kept; each run makes a folder of its own there</source>
        <translation>Dónde se guardan los resultados que se conservan; cada ejecución crea allí su propia carpeta</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>A&amp;dd results to the project as layers</source>
        <translation>Añadir los resultados al pro&amp;yecto como capas</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>When a run ends, its results become a group of layers at the top</source>
        <translation>Al terminar una ejecución, sus resultados forman un grupo de capas en la parte superior</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Write d&amp;ebug messages to the log panel</source>
        <translation>&amp;Escribir mensajes de depuración en el panel de registro</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Says much more in the SceneFill tab of the log panel</source>
        <translation>Muestra mucha más información en la pestaña SceneFill del panel de registro</translation>
    </message>
</context>
<context>
    <name>PastRuns</name>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>&amp;Past runs</source>
        <translation>E&amp;jecuciones anteriores</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>Copy as command, save the job, open the folder, remove from the list</source>
        <translation>Copiar como comando, guardar el trabajo, abrir la carpeta, eliminar de la lista</translation>
    </message>
</context>
<context>
    <name>RoleEditor</name>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Role of a layer</source>
        <translation>Función de una capa</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Bands of the file, and what they are</source>
        <translation>&amp;Bandas del archivo y qué son</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Choose what a band is, or type a name of your own: such a band is filled along with the others</source>
        <translation>Elija qué es una banda o escriba un nombre propio: una banda así se rellena junto con las demás</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Band of the file</source>
        <translation>Banda del archivo</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Is</source>
        <translation>Es</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Unit</source>
        <translation>&amp;Unidad</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the numbers mean after scale and offset. It holds for the bands that can have this unit.</source>
        <translation>Qué significan los números una vez aplicados la escala y el desplazamiento. Se aplica a las bandas que pueden tener esta unidad.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Scale</source>
        <translation>&amp;Escala</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Value = number in the file × scale + offset, in the unit above. Empty: found from the file.</source>
        <translation>Valor = número del archivo × escala + desplazamiento, en la unidad de arriba. Vacío: se toma del archivo.</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>from the file</source>
        <translation>según el archivo</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Offset</source>
        <translation>&amp;Desplazamiento</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Read as</source>
        <translation>Se lee como</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the engine will take the numbers of the file for</source>
        <translation>Cómo interpretará el motor los números del archivo</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Date</source>
        <translation>&amp;Fecha</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Day, month or year of the observation (UTC), as exact as it is known; empty when it is not</source>
        <translation>Día, mes o año de la observación (UTC), con la exactitud con que se conozca; vacío si no se conoce</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy</source>
        <translation>aaaa-mm-dd, aaaa-mm o aaaa</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Why this was guessed</source>
        <translation>&amp;Por qué se dedujo esto</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>&amp;Run</source>
        <translation>&amp;Ejecutar</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Start; QGIS stays usable while it runs</source>
        <translation>Iniciar; QGIS se puede seguir usando durante la ejecución</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Es&amp;timate</source>
        <translation>Es&amp;timar</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Look at the inputs and say how many pixels and windows there are to draw, and how long it takes on this device</source>
        <translation>Examinar las entradas e indicar cuántos píxeles y ventanas hay que generar y cuánto se tarda en este dispositivo</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Stop at once; finished windows are kept, so that the run can be resumed</source>
        <translation>Detener de inmediato; las ventanas terminadas se conservan, de modo que la ejecución se puede reanudar</translation>
    </message>
</context>
<context>
    <name>SceneFillDock</name>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open a simulated scene as layers, with everything filled in and ready to run: no data of your own is needed</source>
        <translation>Abrir como capas una escena simulada, con el formulario ya completado y listo para ejecutar: no se necesitan datos propios</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open demo scene</source>
        <translation>Abrir escena de demostración</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open the user guide</source>
        <translation>Abrir la guía de usuario</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you have</source>
        <translation>Datos disponibles</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you want</source>
        <translation>Resultado deseado</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>How</source>
        <translation>Procedimiento</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Past runs</source>
        <translation>Ejecuciones anteriores</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>A SceneFill server draws on another computer, for a class, an institute or a laptop in the field. Its administrator gives you the address and a login.</source>
        <translation>Un servidor de SceneFill genera en otro equipo: para una clase, una institución o un portátil en el campo. Su administrador le facilita la dirección y las credenciales.</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>W&amp;hich</source>
        <translation>&amp;Cuál</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The servers that you have entered; the one shown is used</source>
        <translation>Los servidores que ha introducido; se usa el que se muestra</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Enter another server</source>
        <translation>Introducir otro servidor</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Forget this server</source>
        <translation>Olvidar este servidor</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Take this server off the list; its login stays in QGIS</source>
        <translation>Quitar este servidor de la lista; sus credenciales siguen en QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>T&amp;itle</source>
        <translation>Tí&amp;tulo</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>What you call the server; it may be left empty</source>
        <translation>Cómo llama usted al servidor; puede quedar vacío</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The server's address, starting with https://</source>
        <translation>La dirección del servidor, que empieza por https://</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Lo&amp;gin</source>
        <translation>Credenciale&amp;s</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>An authentication configuration of QGIS of the kind Basic, with the token as the password; the token itself never is in a project or a log</source>
        <translation>Una configuración de autenticación de QGIS de tipo Basic, con el token como contraseña; el token en sí nunca está en un proyecto ni en un registro</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Ask the server what it can do, and how fast it is</source>
        <translation>Preguntar al servidor qué puede hacer y lo rápido que es</translation>
    </message>
</context>
<context>
    <name>WishPanel</name>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Fill gaps in a layer</source>
        <translation>&amp;Rellenar huecos de una capa</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Observed pixels stay as they are; only the gaps are drawn</source>
        <translation>Los píxeles observados no cambian; solo se generan los huecos</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Draw missing modalities</source>
        <translation>&amp;Generar modalidades ausentes</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that were not taken, everywhere in the area, from the layers above</source>
        <translation>Generar, en toda el área y a partir de las capas de arriba, modalidades que no se captaron</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Imagine a scene</source>
        <translation>&amp;Imaginar una escena</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that fit together of a place that does not exist; no layers are used</source>
        <translation>Generar modalidades coherentes entre sí de un lugar que no existe; no se usan capas</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Layer to fill</source>
        <translation>Capa &amp;que rellenar</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>One of the layers under “What you have”; the result has its pixels, data type and bands</source>
        <translation>Una de las capas de «Datos disponibles»; el resultado tiene sus píxeles, tipo de datos y bandas</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Gaps are</source>
        <translation>Son huecos</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Also draw</source>
        <translation>Generar además</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Pixels of</source>
        <translation>&amp;Píxeles de</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>The result has the pixels and the CRS of this layer</source>
        <translation>El resultado tiene los píxeles y el SRC de esta capa</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Pixel si&amp;ze</source>
        <translation>&amp;Tamaño de píxel</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Ground sampling distance of the result in metres</source>
        <translation>Distancia de muestreo en el terreno del resultado, en metros</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Sa&amp;ve to</source>
        <translation>G&amp;uardar en</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Folder of the results. Temporary results are deleted when QGIS is closed.</source>
        <translation>Carpeta de los resultados. Los resultados temporales se eliminan al cerrar QGIS.</translation>
    </message>
</context>
</TS>
