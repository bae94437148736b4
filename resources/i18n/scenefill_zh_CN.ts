<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>SceneFill</name>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene (simulated)</source>
        <translation>演示场景（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical with clouds (simulated)</source>
        <translation>有云光学影像（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>SAR backscatter (simulated)</source>
        <translation>SAR 后向散射（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Clouds and shadows (simulated)</source>
        <translation>云和阴影（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Optical without clouds, to compare (simulated)</source>
        <translation>无云光学影像，用于对比（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Haze</source>
        <translation>霾</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <source>Demo scene</source>
        <translation>演示场景</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud</source>
        <translation>云</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud shadow</source>
        <translation>云影</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/gap_values.py"/>
        <location filename="../../plugin/results/styles.py"/>
        <source>Clear</source>
        <translation>晴空</translation>
    </message>
    <message>
        <location filename="../../plugin/demo.py"/>
        <location filename="../../plugin/stages.py"/>
        <source>Simulating a scene</source>
        <translation>正在模拟场景</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{folder} is not an offline bundle.</source>
        <translation>{folder} 不是离线包。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Choose the folder with the file bundle.json that was made on another computer.</source>
        <translation>请选择在另一台计算机上制作的、包含 bundle.json 文件的文件夹。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>{name} in the offline bundle is damaged or missing.</source>
        <translation>离线包中的 {name} 已损坏或缺失。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Copy the bundle again, or make it anew.</source>
        <translation>请重新复制离线包，或重新制作。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>The offline bundle is for {theirs}; this computer has {ours}.</source>
        <translation>离线包适用于 {theirs}；本机为 {ours}。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/bundle.py"/>
        <source>Make the bundle on a computer with the same system and the same version of Python.</source>
        <translation>请在系统和 Python 版本均相同的计算机上制作离线包。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/bundling.py"/>
        <source>%n wheel(s) in the bundle</source>
        <translation>
            <numerusform>离线包中有 %n 个 wheel 包</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{path} does not answer like Python 3.10 or later.</source>
        <translation>{path} 的响应不像 Python 3.10 或更高版本。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Choose the Python program of an environment, such as bin/python or Scripts\python.exe.</source>
        <translation>请选择某个环境的 Python 程序，如 bin/python 或 Scripts\python.exe。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Use 64-bit Python 3.10 to 3.14.</source>
        <translation>请使用 64 位 Python 3.10 至 3.14。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is too old.</source>
        <translation>Python {version} 版本过低。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Python {version} is newer than the packages that the engine needs.</source>
        <translation>Python {version} 高于引擎所需软件包支持的版本。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>This Python is a 32-bit program.</source>
        <translation>此 Python 是 32 位程序。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are missing: {names}.</source>
        <translation>缺少软件包：{names}。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install them there, or let SceneFill make an environment.</source>
        <translation>请在该环境中安装它们，或由 SceneFill 创建环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Packages are too old: {names}.</source>
        <translation>软件包版本过低：{names}。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Update them there, or let SceneFill make an environment.</source>
        <translation>请在该环境中更新它们，或由 SceneFill 创建环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>{name} is installed but does not load: {reason}</source>
        <translation>{name} 已安装但无法加载：{reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install your system's OpenMP runtime (Debian, Ubuntu: libgomp1).</source>
        <translation>请安装系统的 OpenMP 运行库（Debian、Ubuntu：libgomp1）。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Install Microsoft's Visual C++ Redistributable (x64), then repair the environment.</source>
        <translation>请安装 Microsoft Visual C++ Redistributable (x64)，然后修复环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/check.py"/>
        <source>Repair the environment; if it happens again, look whether an antivirus removed files.</source>
        <translation>请修复环境；如再次出现，请检查杀毒软件是否删除了文件。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Setting up SceneFill's engine</source>
        <translation>正在安装 SceneFill 引擎</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Removing SceneFill's engine</source>
        <translation>正在移除 SceneFill 引擎</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Making an offline bundle for SceneFill</source>
        <translation>正在制作 SceneFill 离线包</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Checking a Python for SceneFill</source>
        <translation>正在检查供 SceneFill 使用的 Python</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>The engine's environment is being worked on.</source>
        <translation>引擎环境正在处理中。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/controller.py"/>
        <source>Wait, or cancel.</source>
        <translation>请等待，或取消。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>{python} cannot make environments: its venv module is missing.</source>
        <translation>{python} 无法创建环境：缺少 venv 模块。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install it (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>请安装该模块（Debian、Ubuntu：python3-venv）或 uv 程序，然后重试。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>There is no 64-bit Python {version} on this computer.</source>
        <translation>本机没有 64 位 Python {version}。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>Install one from python.org or your system's packages, or the program uv, then try again.</source>
        <translation>请从 python.org 或系统软件源安装，或安装 uv 程序，然后重试。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/detect.py"/>
        <source>uv looks for Python {version}</source>
        <translation>uv 正在查找 Python {version}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Make room on the disk of the environment's folder, then continue.</source>
        <translation>请在环境文件夹所在磁盘腾出空间，然后继续。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder has a path that is too long, or characters that Python cannot handle there.</source>
        <translation>环境文件夹的路径过长，或含有 Python 无法处理的字符。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Allow long paths in Windows, or use an existing Python in a short folder such as C:\scenefill.</source>
        <translation>请在 Windows 中启用长路径，或使用位于短路径文件夹（如 C:\scenefill）中的现有 Python。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The Python that was found cannot make environments: a part of it is missing.</source>
        <translation>找到的 Python 无法创建环境：缺少部分组件。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Install its venv module (Debian, Ubuntu: python3-venv) or the program uv, then try again.</source>
        <translation>请安装其 venv 模块（Debian、Ubuntu：python3-venv）或 uv 程序，然后重试。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package arrived damaged or changed.</source>
        <translation>收到的软件包已损坏或被更改。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, make the offline bundle or the download anew.</source>
        <translation>请重试；如再次出现，请重新制作离线包或重新下载。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The proxy asks for a user name and a password.</source>
        <translation>代理要求提供用户名和密码。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Enter them in Settings ▸ Options ▸ Network, then try again.</source>
        <translation>请在“设置 ▸ 选项 ▸ 网络”中输入，然后重试。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached through the proxy.</source>
        <translation>无法通过代理访问软件包索引。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the proxy in Settings ▸ Options ▸ Network; a SOCKS proxy works only with the program uv.</source>
        <translation>请检查“设置 ▸ 选项 ▸ 网络”中的代理；SOCKS 代理仅可与 uv 程序配合使用。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The certificate of the package index is not trusted; often a firewall or antivirus puts in its own.</source>
        <translation>软件包索引的证书不受信任；通常是防火墙或杀毒软件替换了证书。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Add your organisation's certificate in Settings ▸ Options ▸ Authentication ▸ Manage Certificates.</source>
        <translation>请在“设置 ▸ 选项 ▸ 认证 ▸ 管理证书”中添加您单位的证书。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A file could not be written: access was denied, often by an antivirus that looks at new files.</source>
        <translation>无法写入文件：访问被拒绝，通常由检查新文件的杀毒软件引起。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Try again; if it happens again, except the environment's folder from scanning.</source>
        <translation>请重试；如再次出现，请将环境文件夹排除在扫描之外。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package has no build for this Python and system.</source>
        <translation>某个软件包没有适用于此 Python 和系统的版本。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14, or a server.</source>
        <translation>请使用 64 位 Python 3.10 至 3.14，或使用服务器。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The package index cannot be reached.</source>
        <translation>无法访问软件包索引。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Check the connection and try again, or install from an offline bundle.</source>
        <translation>请检查网络连接后重试，或从离线包安装。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>A package was not found, or has no build for this Python and system.</source>
        <translation>未找到某个软件包，或其没有适用于此 Python 和系统的版本。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Use 64-bit Python 3.10 to 3.14 and a complete package index or offline bundle, or a server.</source>
        <translation>请使用 64 位 Python 3.10 至 3.14 和完整的软件包索引或离线包，或使用服务器。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment could not be made: {reason}</source>
        <translation>无法创建环境：{reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The log panel has the whole output.</source>
        <translation>完整输出见日志面板。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>The environment's folder {folder} cannot be changed: {reason}</source>
        <translation>无法更改环境文件夹 {folder}：{reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <source>Close other programs that use it, and check that you may write there.</source>
        <translation>请关闭正在使用它的其他程序，并检查是否有写入权限。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/failures.py"/>
        <location filename="../../ui/message_texts.py"/>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/installers.py"/>
        <source>Unpacking %n package(s)</source>
        <translation>
            <numerusform>正在解包 %n 个软件包</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/installers.py"/>
        <source>Downloading {name}</source>
        <translation>正在下载 {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>SceneFill is set up for a server, not for this computer.</source>
        <translation>SceneFill 已配置为使用服务器，而非本机。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose where the engine is in Settings ▸ Options ▸ SceneFill.</source>
        <translation>请在“设置 ▸ 选项 ▸ SceneFill”中选择引擎的位置。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>No Python has been chosen for the engine.</source>
        <translation>尚未为引擎选择 Python。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} does not exist.</source>
        <translation>引擎的 Python {path} 不存在。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's Python {path} is not a program.</source>
        <translation>引擎的 Python {path} 不是程序。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Choose another one in Settings ▸ Options ▸ SceneFill, or let SceneFill make an environment.</source>
        <translation>请在“设置 ▸ 选项 ▸ SceneFill”中另选一个，或由 SceneFill 创建环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment has not been made yet.</source>
        <translation>尚未创建引擎环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment is not complete.</source>
        <translation>引擎环境不完整。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Set up the engine in Settings ▸ Options ▸ SceneFill.</source>
        <translation>请在“设置 ▸ 选项 ▸ SceneFill”中配置引擎。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>The engine's environment was made for an earlier version of SceneFill.</source>
        <translation>引擎环境是为旧版 SceneFill 创建的。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/locate.py"/>
        <source>Update it in Settings ▸ Options ▸ SceneFill.</source>
        <translation>请在“设置 ▸ 选项 ▸ SceneFill”中更新。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/environment/managed.py"/>
        <source>%n package(s) installed</source>
        <translation>
            <numerusform>已安装 %n 个软件包</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>SceneFill may not use the network here.</source>
        <translation>SceneFill 在此处不得使用网络。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Install from an offline bundle, or unset SCENEFILL_OFFLINE.</source>
        <translation>请从离线包安装，或取消设置 SCENEFILL_OFFLINE。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>PyTorch for {build}: {reason}</source>
        <translation>用于 {build} 的 PyTorch：{reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Another QGIS works on the engine's environment.</source>
        <translation>另一个 QGIS 正在处理引擎环境。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Wait until it is done, or cancel it there.</source>
        <translation>请等待其完成，或在那里取消。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>no lock can be made</source>
        <translation>无法创建锁文件</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>{needed:.1f} GB are needed on the disk of {folder}, and {free:.1f} GB are free.</source>
        <translation>{folder} 所在磁盘需要 {needed:.1f} GB，可用空间为 {free:.1f} GB。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/prepare.py"/>
        <source>Make room there, then try again.</source>
        <translation>请腾出空间，然后重试。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} did not answer in {seconds} seconds.</source>
        <translation>{program} 在 {seconds} 秒内未响应。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Try again; if it happens again, start it by hand to see what it waits for.</source>
        <translation>请重试；如再次出现，请手动启动它，查看它在等待什么。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Cancelled; what is already there is kept.</source>
        <translation>已取消；已有内容予以保留。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>{program} cannot be started: {reason}</source>
        <translation>无法启动 {program}：{reason}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/process.py"/>
        <source>Choose another Python, or check that the file may be executed.</source>
        <translation>请另选一个 Python，或检查该文件是否可执行。</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the only build for macOS</source>
        <translation>macOS 唯一可用的版本</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>no NVIDIA device</source>
        <translation>无 NVIDIA 设备</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu}, driver {driver}</source>
        <translation>{gpu}，驱动 {driver}</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>the driver {driver} of {gpu} is too old</source>
        <translation>{gpu} 的驱动 {driver} 版本过低</translation>
    </message>
    <message>
        <location filename="../../plugin/environment/wheels.py"/>
        <source>{gpu} is too old for PyTorch</source>
        <translation>{gpu} 过旧，PyTorch 不支持</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Saturated or defective</source>
        <translation>饱和或缺陷</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dark area or cast shadow</source>
        <translation>暗区或投射阴影</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Vegetation</source>
        <translation>植被</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Not vegetated</source>
        <translation>非植被</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Water</source>
        <translation>水体</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Unclassified</source>
        <translation>未分类</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, medium probability</source>
        <translation>云，中等概率</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cloud, high probability</source>
        <translation>云，高概率</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Thin cirrus</source>
        <translation>薄卷云</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow or ice</source>
        <translation>雪或冰</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Dilated cloud</source>
        <translation>膨胀云</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Cirrus</source>
        <translation>卷云</translation>
    </message>
    <message>
        <location filename="../../plugin/gap_values.py"/>
        <source>Snow</source>
        <translation>雪</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>No layer decides the pixels; they are those of {crs}.</source>
        <translation>像素不由图层决定，按 {crs} 划分。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the layer to fill.</source>
        <translation>像素取自待填补图层“{name}”。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}'.</source>
        <translation>像素取自“{name}”。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/grid.py"/>
        <source>Pixels of '{name}', the finest input.</source>
        <translation>像素取自最精细的输入“{name}”。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the temporal range of the layer.</source>
        <translation>日期 {date}：取自图层的时态范围。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The unit was chosen here.</source>
        <translation>单位在此处指定。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>A picture as it is shown: its colours are no measurements.</source>
        <translation>渲染后的图片：其颜色不是测量值。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>8-bit brightness (DN)</source>
        <translation>8 位亮度（DN）</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>brightness (DN)</source>
        <translation>亮度（DN）</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, scale {scale:g}, offset {offset:g}</source>
        <translation>{unit}，缩放系数 {scale:g}，偏移量 {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>{unit}, offset {offset:g}</source>
        <translation>{unit}，偏移量 {offset:g}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as power</source>
        <translation>后向散射功率</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>backscatter as amplitude</source>
        <translation>后向散射振幅</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>radiance</source>
        <translation>辐射亮度</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their names.</source>
        <translation>按名称识别波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are numbered as those of {sensor}.</source>
        <translation>波段按 {sensor} 编号。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Band numbers are taken for those of {sensor}: check this.</source>
        <translation>波段编号假定为 {sensor} 的编号：请核对。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Bands are known by their wavelengths.</source>
        <translation>按波长识别波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Red, green and blue as the file says.</source>
        <translation>红、绿、蓝波段以文件所述为准。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The file name says which band it is.</source>
        <translation>由文件名得知所属波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The bands have no names; this order is assumed: {order}. Check this.</source>
        <translation>波段没有名称；假定顺序为：{order}。请核对。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands} (quality, classes, opacity or the like).</source>
        <translation>未使用：{bands}（质量、类别、不透明度等）。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Not used: {bands}; the model knows VV and VH.</source>
        <translation>未使用：{bands}；模型只识别 VV 和 VH。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>What the bands are is not known: choose them.</source>
        <translation>波段含义未知：请指定。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}.</source>
        <translation>日期 {date}：取自标签 {tag}。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the name '{name}'.</source>
        <translation>日期 {date}：取自名称“{name}”。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>Date {date}: the tag {tag}, which may be when the file was made.</source>
        <translation>日期 {date}：取自标签 {tag}，可能是文件的创建时间。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <source>The date is not known.</source>
        <translation>日期未知。</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/guess.py"/>
        <location filename="../../plugin/results/adaptation.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>reflectance</source>
        <translation>反射率</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>does not touch the area</source>
        <translation>与区域不相交</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>picture of a web service: colours, no measurements</source>
        <translation>网络服务图片：仅为颜色，不是测量值</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>will be copied to a GeoTIFF first</source>
        <translation>将先复制为 GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>covers {share} of the area</source>
        <translation>覆盖区域的 {share}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>{share} nodata</source>
        <translation>{share} 无数据</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>unit assumed: {unit}</source>
        <translation>假定单位：{unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no coordinate reference system: set it in the layer's properties</source>
        <translation>没有坐标参照系：请在图层属性中设置</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>its bands are not known: choose what they are</source>
        <translation>波段含义未知：请指定</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>holds complex numbers: use detected backscatter</source>
        <translation>含有复数：请使用检波后的后向散射</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>is not georeferenced: georeference it and save it as a GeoTIFF</source>
        <translation>没有地理参照：请先配准并保存为 GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>lies on a rotated grid: warp it first</source>
        <translation>位于旋转网格上：请先重投影到正北向网格</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>has no band {band}: correct its bands</source>
        <translation>没有波段 {band}：请更正其波段</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>other CRS: will be warped</source>
        <translation>CRS 不同：将重投影</translation>
    </message>
    <message>
        <location filename="../../plugin/layers/status.py"/>
        <source>pixels of {size:.4g} {unit}: will be resampled</source>
        <translation>像素大小为 {size:.4g} {unit}：将重采样</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>Fill gaps in the current view</source>
        <translation>填补当前视图中的空缺</translation>
    </message>
    <message>
        <location filename="../../plugin/locator.py"/>
        <source>cloud synthesise SAR infrared</source>
        <translation>云 合成 生成 SAR 红外</translation>
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
        <translation>填补卫星影像的空缺，生成缺失的模态</translation>
    </message>
    <message>
        <location filename="../../plugin/main.py"/>
        <source>Fill gaps…</source>
        <translation>填补空缺…</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Optical</source>
        <translation>光学</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Infrared</source>
        <translation>红外</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>SAR backscatter</source>
        <translation>SAR 后向散射</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Multispectral (red edge)</source>
        <translation>多光谱（红边）</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Panchromatic</source>
        <translation>全色</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Thermal infrared</source>
        <translation>热红外</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>Bands: {bands}</source>
        <translation>波段：{bands}</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>reflectance (0–1)</source>
        <translation>反射率（0–1）</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>brightness (0–255)</source>
        <translation>亮度（0–255）</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <source>{polarisation} ({band} band)</source>
        <translation>{polarisation}（{band} 波段）</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Elevation</source>
        <translation>高程</translation>
    </message>
    <message>
        <location filename="../../plugin/modality_names.py"/>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit: {unit}</source>
        <translation>单位：{unit}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/algorithm.py"/>
        <source>satellite,remote sensing,Sentinel,Landsat,SAR,infrared,clouds,gaps,synthetic,machine learning</source>
        <translation>卫星,遥感,Sentinel,Landsat,SAR,红外,云,空缺,合成,机器学习</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Here lie the job, every drawn raster with its provenance and spread, and a STAC Item that says how it was made. The files below are second names of these.</source>
        <translation>存放作业、所有生成的栅格及其来源和离散度，以及说明生成过程的 STAC Item。下列文件是其中部分文件的别名。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>Where a pixel comes from: 0 observed, 1 drawn beside observed pixels, 2 from other modalities alone.</source>
        <translation>像素的来源：0 为观测，1 为参照观测像素生成，2 为仅由其他模态生成。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The standard deviation of every drawn pixel, in the unit of its modality; 0 where observed.</source>
        <translation>每个生成像素的标准差，采用其模态的单位；观测像素为 0。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>{modality}, drawn everywhere</source>
        <translation>{modality}，全域生成</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>All drawn rasters</source>
        <translation>所有生成的栅格</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>STAC Item of the result</source>
        <translation>结果的 STAC Item</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>The job: {path}</source>
        <translation>作业：{path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>unit guessed by the engine</source>
        <translation>单位由引擎推测</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <source>date unknown</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <source>Folder of the run</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Job file</source>
        <translation>作业文件</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/draw.py"/>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread</source>
        <translation>离散度</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features</source>
        <translation>场景特征</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers the scene from layers of a place and writes it as features for a classifier</source>
        <translation>由某地的图层推断场景，并写成供分类器使用的特征</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Infers what SceneFill draws from, the scene, and writes it as a raster with a band for each feature, at half the resolution of the finest layer. Layers with gaps, other dates and other modalities go into one set of features: train a classifier or a regression of your own on it.

Features are no measurement, and those of one model cannot be compared with those of another.</source>
        <translation>推断 SceneFill 生成时所依据的场景，并写成每个特征一个波段的栅格，分辨率为最精细图层的一半。有空缺的图层、其他日期和其他模态汇入同一组特征：可在其上训练您自己的分类器或回归模型。

特征不是测量值，不同模型的特征不能相互比较。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Where to infer the scene, on the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>推断场景的位置，采用最精细图层的像素。留空则为第一个图层的范围。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Here lie the job and the raster of features. The file below is a second name of it.</source>
        <translation>存放作业和特征栅格。下列文件是该栅格的别名。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>A Cloud Optimized GeoTIFF of 32-bit numbers with a band for each feature.</source>
        <translation>32 位数值的 Cloud Optimized GeoTIFF，每个特征一个波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Scene features of {layer}</source>
        <translation>{layer} 的场景特征</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <source>Cancelled; no features were written.</source>
        <translation>已取消；未写入任何特征。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Id of a model that ships with SceneFill, or the folder of one.</source>
        <translation>SceneFill 自带模型的 ID，或模型所在的文件夹。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/features.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Layers of the place</source>
        <translation>该地点的图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/feedback.py"/>
        <source>A draft lies at {path}</source>
        <translation>草稿位于 {path}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill gaps</source>
        <translation>填补空缺</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws the ground under clouds and in other gaps of a satellite image</source>
        <translation>生成卫星影像中云下及其他空缺处的地表</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Draws what is missing in a satellite image: the ground under clouds, in strips without data, in polygons. Other layers of the same place (an earlier image, radar, elevation) are used where they are given.

The result has the pixels, CRS, data type and scale of the layer. Observed pixels are kept bit for bit. What is drawn is synthetic, not a measurement: look at provenance and spread.

At least one gap source is needed: nodata, clouds, a mask or polygons.</source>
        <translation>生成卫星影像中缺失的部分：云下地表、无数据条带、多边形内区域。如提供同一地点的其他图层（更早的影像、雷达、高程），则一并使用。

结果的像素、CRS、数据类型和缩放与原图层相同。观测像素逐位保留。生成的内容是合成的，不是测量值：请查看来源和离散度。

至少需要一种空缺来源：无数据、云、掩膜或多边形。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Layer to fill</source>
        <translation>待填补图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster file with a CRS. Its observed pixels are kept, bit for bit.</source>
        <translation>带 CRS 的栅格文件。其观测像素逐位保留。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Other layers of the place</source>
        <translation>同一地点的其他图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Also draw</source>
        <translation>另外生成</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Modalities that are drawn everywhere, beside the filled layer.</source>
        <translation>除填补后的图层外，在全域生成的模态。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Part of the layer to fill, snapped to its pixels. Left empty, all of it.</source>
        <translation>待填补图层的一部分，对齐到其像素。留空则为整个图层。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Date of the layer</source>
        <translation>图层的日期</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy. Left empty, guessed.</source>
        <translation>yyyy-mm-dd、yyyy-mm 或 yyyy。留空则自动推测。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Filled layer</source>
        <translation>填补后的图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A Cloud Optimized GeoTIFF with the bands, data type and scale of the layer.</source>
        <translation>Cloud Optimized GeoTIFF，波段、数据类型和缩放与原图层相同。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and shadows that were found</source>
        <translation>检测到的云和阴影</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill pixels without data</source>
        <translation>填补无数据像素</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps are pixels that the layer's nodata value, mask or alpha band marks, and NaN.</source>
        <translation>空缺为图层的无数据值、掩膜或 alpha 波段所标记的像素，以及 NaN。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Fill clouds found in the image</source>
        <translation>填补影像中检测到的云</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Clouds and their shadows are looked for in the image; what was found is written out as a mask.</source>
        <translation>在影像中检测云及其阴影；检测结果输出为掩膜。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask or class layer</source>
        <translation>掩膜或分类图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>A raster of classes or quality bits, such as SCL, QA_PIXEL or a cloud mask.</source>
        <translation>类别或质量位栅格，如 SCL、QA_PIXEL 或云掩膜。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Band of the mask</source>
        <translation>掩膜的波段</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Left empty, the first band.</source>
        <translation>留空则为第一个波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values that are gaps</source>
        <translation>视为空缺的掩膜值</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Whole numbers and ranges, such as 3, 8-10. Left empty: clouds and shadows of an SCL or QA_PIXEL layer.</source>
        <translation>整数和区间，如 3, 8-10。留空则为 SCL 或 QA_PIXEL 图层的云和阴影。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask bits that are gaps</source>
        <translation>视为空缺的掩膜位</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bit positions from 0, the lowest, such as 3, 4: a pixel is a gap where any of them is set.</source>
        <translation>位序号，从最低位 0 起，如 3, 4：其中任一位置位的像素即为空缺。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Polygons to fill</source>
        <translation>待填补多边形</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Everything inside these polygons is drawn.</source>
        <translation>生成这些多边形内的全部内容。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widen gaps by (pixels)</source>
        <translation>空缺外扩（像素）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Widens clouds, mask and polygons by so many pixels of the layer: haze and soft shadows at their edges. Left empty, clouds found in the image by {pixels}, mask and polygons not at all.</source>
        <translation>将云、掩膜和多边形外扩该数量的图层像素：用于其边缘的薄雾和柔和阴影。留空时，图像中检测到的云外扩 {pixels} 个像素，掩膜和多边形不外扩。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{date}' is no date.</source>
        <translation>“{date}”不是日期。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give yyyy-mm-dd, yyyy-mm or yyyy.</source>
        <translation>请按 yyyy-mm-dd、yyyy-mm 或 yyyy 格式输入。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Mask values and mask bits are both given.</source>
        <translation>同时给出了掩膜值和掩膜位。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give one of them.</source>
        <translation>请只给出其中一项。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says what is to be filled.</source>
        <translation>未指明要填补的内容。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Choose pixels without data, clouds, a mask or polygons.</source>
        <translation>请选择无数据像素、云、掩膜或多边形。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Gaps filled in {layer}</source>
        <translation>填补 {layer} 中的空缺</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>The mask '{name}' is not a file that the engine can open.</source>
        <translation>掩膜“{name}”不是引擎可以打开的文件。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Save it as a GeoTIFF and choose that.</source>
        <translation>请将其另存为 GeoTIFF 并选择该文件。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Nothing says which values of the mask '{name}' are gaps.</source>
        <translation>未指明掩膜“{name}”的哪些值是空缺。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give mask values, such as 1, 2.</source>
        <translation>请给出掩膜值，如 1, 2。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Cloud probability from</source>
        <translation>云概率阈值</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>From which probability, 0 to 1, a pixel is a cloud. Left empty, the detector's own threshold.</source>
        <translation>像素的云概率（0 至 1）达到多少时视为云。留空则采用检测器自身的阈值。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Bands of the layer</source>
        <translation>图层的波段</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Such as red=4, green=3, blue=2, nir=8. Left empty, guessed. Bands of other names are carried along.</source>
        <translation>如 red=4, green=3, blue=2, nir=8。留空则自动推测。其他名称的波段会附带处理。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Unit of the layer</source>
        <translation>图层的单位</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>What the numbers are once scale and offset are applied. Left empty, guessed.</source>
        <translation>应用缩放系数和偏移量后数值的含义。留空则自动推测。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Scale of the layer</source>
        <translation>图层的缩放系数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Value in the unit = number × scale + offset. Left empty, guessed.</source>
        <translation>该单位下的值 = 数值 × 缩放系数 + 偏移量。留空则自动推测。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Offset of the layer</source>
        <translation>图层的偏移量</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>'{text}' does not name a band of its own.</source>
        <translation>“{text}”未指定一个独立的波段。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/fill.py"/>
        <source>Give band names and numbers, such as red=4, green=3, blue=2.</source>
        <translation>请给出波段名称和编号，如 red=4, green=3, blue=2。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Find clouds</source>
        <translation>检测云</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in a satellite image and writes them as a mask to edit</source>
        <translation>在卫星图像中检测云及其阴影，并写成可编辑的掩膜</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Finds clouds and their shadows in the image itself and writes a mask on its pixels: 1 is cloud or shadow, 0 is clear, 255 is no data. Nothing is drawn.

Look at the mask, correct it (with a raster editor such as Serval, or as polygons), and give it to 'Fill gaps' as the mask, with 1 as the value that is a gap.</source>
        <translation>在图像本身中检测云及其阴影，并在其像素上写出掩膜：1 为云或阴影，0 为晴空，255 为无数据。不会生成任何内容。

请检查并修正掩膜（使用 Serval 等栅格编辑器，或转为多边形），再将其作为掩膜提供给“填补空缺”，以 1 为视为空缺的值。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Layer with clouds</source>
        <translation>含云图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A raster file with a CRS and with red, green and blue bands; more bands find clouds better.</source>
        <translation>带 CRS 且含红、绿、蓝波段的栅格文件；波段越多，云的检测越好。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widen clouds by (pixels)</source>
        <translation>云外扩（像素）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Widens what was found by so many pixels of the layer: haze and soft shadows at the edges.</source>
        <translation>将检测结果外扩该数量的图层像素：用于边缘的薄雾和柔和阴影。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>A GeoTIFF of 8-bit numbers on the pixels of the layer: 1 cloud or shadow, 0 clear, 255 no data.</source>
        <translation>位于图层像素上的 8 位数值 GeoTIFF：1 为云或阴影，0 为晴空，255 为无数据。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Cancelled; no mask was written.</source>
        <translation>已取消；未写入任何掩膜。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds in {layer}</source>
        <translation>{layer} 中的云</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Clouds cannot be found in '{layer}' without these bands: {bands}.</source>
        <translation>缺少以下波段，无法在“{layer}”中检测云：{bands}。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <source>Say which they are, such as red=4, green=3, blue=2, or choose another layer.</source>
        <translation>请指明这些波段，例如 red=4, green=3, blue=2，或选择其他图层。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/find_clouds.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Clouds and shadows</source>
        <translation>云和阴影</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Imagine a scene</source>
        <translation>虚构场景</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws several modalities of a place that does not exist</source>
        <translation>生成一个虚构地点的多种模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Draws a place that does not exist, in all the chosen modalities at once, without any input. The extent says where on the map it lies, and no more. Another seed gives another scene.

What is drawn is synthetic, not a measurement.</source>
        <translation>无需任何输入，一次生成一个虚构地点的所有选定模态。范围仅表示场景在地图上的位置。更换种子会得到另一个场景。

生成的内容是合成的，不是测量值。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Where on the map the scene lies.</source>
        <translation>场景在地图上的位置。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>CRS of the result</source>
        <translation>结果的 CRS</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Left empty, that of the extent, or the UTM zone of an extent in degrees.</source>
        <translation>留空则采用范围的 CRS；若范围以度为单位，则采用其所在的 UTM 带。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Metres on the ground; the demo model was trained on 10 to 30.</source>
        <translation>地面上的米数；演示模型在 10 至 30 米上训练。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent is empty.</source>
        <translation>范围为空。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Choose where the scene lies.</source>
        <translation>请选择场景的位置。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>The extent has no CRS.</source>
        <translation>范围没有 CRS。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>Add it, such as 0,1,0,1 [EPSG:32632].</source>
        <translation>请补上 CRS，如 0,1,0,1 [EPSG:32632]。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <source>An imagined scene</source>
        <translation>虚构的场景</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixel size (metres)</source>
        <translation>像素大小（米）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities to draw</source>
        <translation>要生成的模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn jointly, so that they agree.</source>
        <translation>联合生成，因此彼此一致。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Drawn modality</source>
        <translation>生成的模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/imagine.py"/>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>A Cloud Optimized GeoTIFF of the first of the modalities; others lie in the folder of the run.</source>
        <translation>第一个模态的 Cloud Optimized GeoTIFF；其他模态位于运行文件夹中。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Rasters of the same place: other dates, radar, elevation. Modality, bands, unit and date of each are guessed from its metadata, band names, file name and values; the log says what was guessed.</source>
        <translation>同一地点的栅格：其他日期的影像、雷达、高程。各图层的模态、波段、单位和日期根据其元数据、波段名称、文件名和数值推测；推测结果见日志。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Roles of the layers (JSON)</source>
        <translation>图层的角色（JSON）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Overrules the guesses: a JSON list of objects as under "inputs" of a job file. "path" is the path, file name or name of one of the layers; "bands", "unit", "scale", "offset", "date" and "gaps" that are given replace what was guessed. Two objects of one layer use it twice.</source>
        <translation>覆盖推测结果：JSON 对象列表，格式同作业文件的 "inputs"。"path" 为其中一个图层的路径、文件名或名称；给出的 "bands"、"unit"、"scale"、"offset"、"date" 和 "gaps" 将替换推测值。同一图层对应两个对象时，该图层使用两次。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: the direct estimate, in seconds. Standard: samples of 4 steps. Best: samples of 8 steps, which takes twice as long.</source>
        <translation>草稿：直接估计，数秒完成。标准：4 步样本。最佳：8 步样本，耗时加倍。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>The same seed gives the same result, byte for byte, on the same machine.</source>
        <translation>在同一台计算机上，相同的种子得到逐字节相同的结果。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Scenes</source>
        <translation>场景数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many scenes are drawn, 1 to 64, each as files of its own.</source>
        <translation>生成的场景数，1 至 64，每个场景单独成文件。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Denoising steps</source>
        <translation>去噪步数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of each sample, 1 to 100. Left empty, the quality decides.</source>
        <translation>每个样本的步数，1 至 100。留空则由质量决定。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Continue an interrupted run</source>
        <translation>继续中断的运行</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Goes on with the job in the folder of the run, if there is one; the other parameters are not looked at.</source>
        <translation>如运行文件夹中已有作业，则继续该作业；忽略其他参数。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Draft: no sampling</source>
        <translation>草稿：不采样</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Estimate: mean of the samples</source>
        <translation>估计：样本均值</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Realisations: a file for each sample</source>
        <translation>随机实现：每个样本一个文件</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>What is made of the samples. Left empty, the quality decides.</source>
        <translation>如何由样本得到结果。留空则由质量决定。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>How many samples are drawn, 1 to 64. Left empty, the quality decides.</source>
        <translation>生成的样本数，1 至 64。留空则由质量决定。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Learning steps</source>
        <translation>学习步数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <source>Steps of training on the observed pixels of the layer, before it is filled; what was learnt is kept only if blocks that were held out get better. 200 take about a minute, 0 is none. Left empty, the quality decides: 0 for Draft, 200 for Standard, 400 for Best.</source>
        <translation>填补之前在图层观测像素上训练的步数；仅当留出块有所改善时才保留所学内容。200 步约需一分钟，0 表示不学习。留空则由质量决定：草稿 0，标准 200，最佳 400。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/area_panel.py"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/parameters.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Plan a job</source>
        <translation>规划作业</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Says what a job would do: pixels, windows, time, memory and disk</source>
        <translation>说明作业将要做什么：像素、窗口、时间、内存和磁盘</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Opens the inputs of a job file and says what the job would do on this computer: coverage of the inputs, units, pixels and windows to draw, time, memory and disk. Nothing is drawn.

Job files are written by the other algorithms into the folder of the run, and by the SceneFill panel.</source>
        <translation>打开作业文件的输入，说明作业在本机上将要做什么：输入的覆盖情况、单位、待生成的像素和窗口、时间、内存和磁盘。不会生成任何内容。

作业文件由其他算法写入运行文件夹，或由 SceneFill 面板写出。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Jobs (*.json)</source>
        <translation>作业 (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>A job as JSON. Relative paths in it count from its folder.</source>
        <translation>JSON 格式的作业。其中的相对路径以该作业所在文件夹为基准。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan as a page.</source>
        <translation>网页形式的规划。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Report (JSON)</source>
        <translation>报告 (JSON)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>The plan for programs.</source>
        <translation>供程序读取的规划。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Pixels</source>
        <translation>像素数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Share of the pixels that are drawn (0 to 1)</source>
        <translation>待生成像素的占比（0 至 1）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Windows in which something is drawn</source>
        <translation>有内容待生成的窗口数</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Time (seconds)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Memory (bytes)</source>
        <translation>内存（字节）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Size of the results (bytes)</source>
        <translation>结果大小（字节）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Disk needed while it runs (bytes)</source>
        <translation>运行时所需磁盘空间（字节）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/plan.py"/>
        <source>{modality} covers {share} %</source>
        <translation>{modality} 覆盖 {share} %</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons have no CRS.</source>
        <translation>多边形没有 CRS。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Set the CRS of their layer.</source>
        <translation>请设置其图层的 CRS。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>The polygons could not be written: {problem}</source>
        <translation>无法写入多边形：{problem}</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose another folder of the run, or check the disk.</source>
        <translation>请另选运行文件夹，或检查磁盘。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>There are no polygons.</source>
        <translation>没有多边形。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/polygons.py"/>
        <source>Choose or select at least one.</source>
        <translation>请至少选择一个。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/provider.py"/>
        <source>SceneFill: gaps and missing modalities of satellite images</source>
        <translation>SceneFill：卫星影像的空缺与缺失模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Simulate a demo scene</source>
        <translation>模拟演示场景</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws an invented place as Sentinel-like layers, with clouds and the truth under them</source>
        <translation>以类 Sentinel 图层的形式生成虚构地点，含云及云下真值</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Draws a place that does not exist from a seed: relief, rivers, fields, settlements, the way Sentinel-2 and Sentinel-1 would see them, with clouds and their shadows, and the truth under them. A job file that fills the clouds lies beside the layers.

The same seed gives the same scene.</source>
        <translation>由种子生成一个虚构的地点：地形、河流、农田、居民地，如同 Sentinel-2 和 Sentinel-1 所见，并带有云及云影，以及云下真值。用于填补云区的作业文件与图层存放在一起。

相同的种子得到相同的场景。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>The same seed, the same place.</source>
        <translation>相同的种子，相同的地点。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Size (pixels)</source>
        <translation>大小（像素）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Pixels along each side, 64 to 4096; another size is another place.</source>
        <translation>每边的像素数，64 至 4096；大小不同则地点不同。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>1 to 120 metres.</source>
        <translation>1 至 120 米。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloud cover</source>
        <translation>云量</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the scene under cloud, 0 to 1.</source>
        <translation>场景被云覆盖的比例，0 至 1。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Share of the year that is over: 0 is 1 January, 0.5 the beginning of July.</source>
        <translation>一年中已过去的比例：0 为 1 月 1 日，0.5 为 7 月初。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Folder of the scene</source>
        <translation>场景文件夹</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>All rasters of the scene and a job that fills its clouds are written here.</source>
        <translation>场景的所有栅格以及填补其云区的作业均写入此处。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>A GeoTIFF; the same raster lies in the folder of the scene.</source>
        <translation>GeoTIFF；场景文件夹中有相同的栅格。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Area that the radar did not see</source>
        <translation>雷达未观测到的区域</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Job file that fills the clouds</source>
        <translation>填补云区的作业文件</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Date of the scene</source>
        <translation>场景的日期</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>{layer} (simulated)</source>
        <translation>{layer}（模拟）</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy colour image</source>
        <translation>有云彩色影像</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Radar</source>
        <translation>雷达</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Cloudy image, 13 bands</source>
        <translation>有云影像，13 波段</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Image without clouds, 13 bands</source>
        <translation>无云影像，13 波段</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Surface temperature</source>
        <translation>地表温度</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Panchromatic image</source>
        <translation>全色影像</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/simulate.py"/>
        <source>Land cover</source>
        <translation>土地覆盖</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Synthesise modalities</source>
        <translation>合成模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws infrared, SAR or other modalities from layers of the same place</source>
        <translation>由同一地点的图层生成红外、SAR 或其他模态</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Draws modalities where none were taken: infrared from a colour image, SAR from optical, optical from SAR. The result lies on the pixels of the finest layer.

What is drawn is synthetic, not a measurement: look at the spread.</source>
        <translation>生成未曾获取的模态：由彩色影像生成红外，由光学生成 SAR，由 SAR 生成光学。结果采用最精细图层的像素。

生成的内容是合成的，不是测量值：请查看离散度。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Where to draw, snapped to the pixels of the finest layer. Left empty, the first layer's extent.</source>
        <translation>生成的位置，对齐到最精细图层的像素。留空则为第一个图层的范围。</translation>
    </message>
    <message>
        <location filename="../../plugin/processing/synthesise.py"/>
        <source>Modalities drawn from {layer}</source>
        <translation>由 {layer} 生成的模态</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/remote/estimate.py"/>
        <source>%n job(s) are waiting there already.</source>
        <translation>
            <numerusform>那里已有 %n 个任务在等待。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/remote/estimate.py"/>
        <source>The server does not know yet how fast it is.</source>
        <translation>服务器尚不知道自己的速度。</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <source>Cancelling “{title}” on the server</source>
        <translation>正在服务器上取消“{title}”</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/jobs.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking the server</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <source>{server}: {processor}</source>
        <translation>{server}：{processor}</translation>
    </message>
    <message>
        <location filename="../../plugin/remote/look.py"/>
        <location filename="../../plugin/runner/remote.py"/>
        <source>Server {name}</source>
        <translation>服务器 {name}</translation>
    </message>
    <message>
        <location filename="../../plugin/reopening.py"/>
        <source>Opening “{title}”</source>
        <translation>正在打开“{title}”</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene.</source>
        <translation>已从场景学习。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Nothing was learnt from the scene.</source>
        <translation>未从场景学到内容。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>Learnt from the scene: error on held-out blocks {before} → {after}.</source>
        <translation>已从场景学习：留出块上的误差 {before} → {after}。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/adaptation.py"/>
        <source>What was learnt from the scene was not kept: no better on held-out blocks ({before} → {after}).</source>
        <translation>从场景所学的内容未保留：在留出块上没有改善（{before} → {after}）。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{title} (synthetic)</source>
        <translation>{title}（合成）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found</source>
        <translation>检测到的云</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Realisations (synthetic)</source>
        <translation>随机实现（合成）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Clouds found in {layer}</source>
        <translation>在 {layer} 中检测到的云</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance of bands carried along: {product}</source>
        <translation>附带波段的来源：{product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Provenance: {product}</source>
        <translation>来源：{product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>Spread: {product} (standard deviation of {band}, {unit})</source>
        <translation>离散度：{product}（{band} 的标准差，{unit}）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, realisation {number} (synthetic)</source>
        <translation>{product}，随机实现 {number}（合成）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, gaps filled (synthetic)</source>
        <translation>{product}，空缺已填补（合成）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/load.py"/>
        <source>{product}, drawn (synthetic)</source>
        <translation>{product}，生成（合成）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model weights: {licence}</source>
        <translation>模型权重：{licence}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Do not use drawn pixels as evidence of what was on the ground; look at the provenance and the spread beside them.</source>
        <translation>请勿将生成的像素作为地面实况的证据；请查看随附的来源和离散度。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Synthetic, not a measurement.</source>
        <translation>合成，不是测量值。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: gaps filled by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}：空缺由 SceneFill 填补；观测像素未改变。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: drawn by SceneFill.</source>
        <translation>{modality}：由 SceneFill 生成。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill; observed pixels are unchanged.</source>
        <translation>{modality}：由 SceneFill 生成的一个随机实现；观测像素未改变。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: one realisation drawn by SceneFill.</source>
        <translation>{modality}：由 SceneFill 生成的一个随机实现。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: for every pixel, whether it was observed or what it was drawn from.</source>
        <translation>{modality}：说明每个像素是观测值，还是由什么生成。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: estimated standard deviation of what was drawn, in the unit of each band; 0 where observed.</source>
        <translation>{modality}：生成内容的估计标准差，采用各波段的单位；观测像素为 0。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{modality}: where clouds and other gaps were found.</source>
        <translation>{modality}：检测到云和其他空缺的位置。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Inputs: {inputs}.</source>
        <translation>输入：{inputs}。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Drawn without inputs.</source>
        <translation>无输入生成。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Model {model} {version}; mode {mode}, {steps} steps, {samples} samples, seed {seed}.</source>
        <translation>模型 {model} {version}；模式 {mode}，{steps} 步，{samples} 个样本，种子 {seed}。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>{time}: drawn by SceneFill {version} with model {model} (weights SHA-256 {digest}).</source>
        <translation>{time}：由 SceneFill {version} 使用模型 {model} 生成（权重 SHA-256 {digest}）。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Input {name}: SHA-256 {digest}.</source>
        <translation>输入 {name}：SHA-256 {digest}。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Software: {versions}.</source>
        <translation>软件：{versions}。</translation>
    </message>
    <message>
        <location filename="../../plugin/results/metadata.py"/>
        <source>Full record (STAC Item)</source>
        <translation>完整记录（STAC Item）</translation>
    </message>
    <message>
        <location filename="../../plugin/results/place.py"/>
        <source>Draft (preview, synthetic): {product}</source>
        <translation>草稿（预览，合成）：{product}</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Observed</source>
        <translation>观测</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn, with its own neighbours in sight</source>
        <translation>生成，参照同模态邻近像素</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Drawn from other modalities only</source>
        <translation>仅由其他模态生成</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Carried along by regression</source>
        <translation>通过回归附带得到</translation>
    </message>
    <message>
        <location filename="../../plugin/results/styles.py"/>
        <source>Gap</source>
        <translation>空缺</translation>
    </message>
    <message>
        <location filename="../../plugin/results/translation.py"/>
        <source>{target} was told pixel by pixel from {shown}, as {places} other places taught.</source>
        <translation>{target}根据{shown}逐像素推得，规律学自另外 {places} 个地点。</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Two bands are called '{name}': choose another name for one, or do not use it.</source>
        <translation>有两个波段名为“{name}”：请为其中一个另取名称，或不使用它。</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>Say of at least one band what it is: a layer without a known band tells nothing.</source>
        <translation>请至少指定一个波段的含义：没有已知波段的图层不提供任何信息。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../plugin/role_check.py"/>
        <source>At most %n band(s) can be used of one layer.</source>
        <translation>
            <numerusform>一个图层最多可使用 %n 个波段。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>'{date}' is no date: give year-month-day, year-month or a year, such as 2020-08-23.</source>
        <translation>“{date}”不是日期：请给出年-月-日、年-月或年，如 2020-08-23。</translation>
    </message>
    <message>
        <location filename="../../plugin/role_check.py"/>
        <source>A scale of 0 makes all pixels equal: give another one, or leave it empty.</source>
        <translation>缩放系数为 0 会使所有像素相等：请另给数值，或留空。</translation>
    </message>
    <message>
        <location filename="../../plugin/runner/local.py"/>
        <location filename="../../ui/how_panel.py"/>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Removing old temporary files</source>
        <translation>正在删除旧的临时文件</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill run</source>
        <translation>SceneFill 运行</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>SceneFill: {title}</source>
        <translation>SceneFill：{title}</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>The project was closed meanwhile: the results of “{title}” are in the list of past runs.</source>
        <translation>工程已在此期间关闭：“{title}”的结果见运行历史列表。</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>Estimating</source>
        <translation>正在预估</translation>
    </message>
    <message>
        <location filename="../../plugin/runs.py"/>
        <source>“{title}” is done on the server: fetch its results in the list of past runs.</source>
        <translation>“{title}”已在服务器上完成：请在运行历史中获取结果。</translation>
    </message>
    <message>
        <location filename="../../plugin/session.py"/>
        <source>Looking at the engine</source>
        <translation>正在检查引擎</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching layers</source>
        <translation>正在获取图层</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Sending the layers</source>
        <translation>正在发送图层</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Waiting for the server</source>
        <translation>正在等待服务器</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Fetching the results</source>
        <translation>正在获取结果</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Reading the inputs</source>
        <translation>正在读取输入</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing the draft</source>
        <translation>正在生成草稿</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Learning from the scene</source>
        <translation>正在从场景学习</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Drawing</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Putting the windows together</source>
        <translation>正在拼合窗口</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Writing the results</source>
        <translation>正在写入结果</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking for clouds</source>
        <translation>正在检测云</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Looking at this computer</source>
        <translation>正在检查本机</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Making the environment</source>
        <translation>正在创建环境</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Installing packages</source>
        <translation>正在安装软件包</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Downloading packages</source>
        <translation>正在下载软件包</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Next in the server's queue</source>
        <translation>在服务器队列中排下一个</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <source>Number {position} in the server's queue</source>
        <translation>在服务器队列中排第 {position}</translation>
    </message>
    <message>
        <location filename="../../plugin/stages.py"/>
        <location filename="../../ui/environment_panel.py"/>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.py"/>
        <source>{width} × {height} pixels of {size} {unit} ({pixels})</source>
        <translation>{width} × {height} 像素，像素大小 {size} {unit}（{pixels}）</translation>
    </message>
    <message>
        <location filename="../../ui/band_combo.py"/>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copy versions, device, this error and the last messages, without names, passwords and tokens</source>
        <translation>复制版本、设备、此错误和最近的消息，不含用户名、密码和令牌</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Start the engine and look again at what it runs on</source>
        <translation>启动引擎，重新检查其运行设备</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Threads, server and the engine's environment</source>
        <translation>线程、服务器和引擎环境</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Set up engine…</source>
        <translation>配置引擎…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Make or choose the Python environment that the engine runs in</source>
        <translation>创建或选择引擎运行所用的 Python 环境</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <location filename="../../ui/device_bar.py"/>
        <source>Looking for the engine…</source>
        <translation>正在查找引擎…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/device_bar.py"/>
        <source>{memory} GB memory, %n core(s)</source>
        <translation>
            <numerusform>{memory} GB 内存，%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Drawing the demo scene…</source>
        <translation>正在生成演示场景…</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py"/>
        <source>Open demo scene</source>
        <translation>打开演示场景</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine is not ready</source>
        <translation>引擎未就绪</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Something went wrong in SceneFill itself.</source>
        <translation>SceneFill 自身出错。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Copy the diagnostics and report it.</source>
        <translation>请复制诊断信息并报告问题。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>SceneFill and its engine do not understand each other.</source>
        <translation>SceneFill 与其引擎无法相互通信。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS; if it happens again, make the engine environment anew.</source>
        <translation>请重启 QGIS；如再次出现，请重新创建引擎环境。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process ended unexpectedly.</source>
        <translation>引擎进程意外终止。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Resume the run: finished windows are kept. If it happens again, copy the diagnostics and report it.</source>
        <translation>请恢复运行：已完成的窗口会保留。如再次出现，请复制诊断信息并报告问题。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process is of another version of SceneFill than the plugin.</source>
        <translation>引擎进程与插件的 SceneFill 版本不一致。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Restart QGIS, so that all of SceneFill is of one version.</source>
        <translation>请重启 QGIS，使 SceneFill 各部分版本一致。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>The engine's process does not start.</source>
        <translation>引擎进程无法启动。</translation>
    </message>
    <message>
        <location filename="../../ui/engine_texts.py"/>
        <source>Check the engine environment in the options.</source>
        <translation>请在选项中检查引擎环境。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_dialog.py"/>
        <source>Set up the engine</source>
        <translation>配置引擎</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python of the engine</source>
        <translation>引擎的 Python</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Set from outside QGIS by {names}, and so fixed here.</source>
        <translation>已在 QGIS 外部由 {names} 设定，因此在此不可更改。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Remove the engine's environment</source>
        <translation>移除引擎环境</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>It can be set up again at any time, which downloads its packages once more. Remove it?</source>
        <translation>以后可随时重新安装，但需再次下载软件包。是否移除？</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Folder of the offline bundle</source>
        <translation>离线包所在文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Empty folder for the offline bundle</source>
        <translation>用于存放离线包的空文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Being set up. QGIS can be used meanwhile, and this page closed.</source>
        <translation>正在安装。其间可继续使用 QGIS，也可关闭此页面。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Set up</source>
        <translation>安装(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Download the packages and install them</source>
        <translation>下载并安装软件包</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not complete. Continue where it stopped.</source>
        <translation>不完整。请从中断处继续。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>C&amp;ontinue</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Go on with what is there</source>
        <translation>在已有内容的基础上继续</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Made for another version of SceneFill. Update it to be safe.</source>
        <translation>为其他版本的 SceneFill 创建。为稳妥起见，请更新。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>&amp;Update</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Install what this version of SceneFill is tested with</source>
        <translation>安装此版本 SceneFill 测试所用的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Re&amp;pair</source>
        <translation>修复(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Check all files and install again what is missing or damaged</source>
        <translation>检查所有文件，重新安装缺失或损坏的文件</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment is ready.</source>
        <translation>引擎环境已就绪。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The bundle is ready. Copy its folder to the other computers.</source>
        <translation>离线包已就绪。请将其文件夹复制到其他计算机。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>The engine's environment has been removed.</source>
        <translation>引擎环境已移除。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Cancelled. What is there is kept.</source>
        <translation>已取消。已有内容予以保留。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Python {python} · PyTorch {torch} · {device}</source>
        <translation>Python {python} · PyTorch {torch} · {device}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Ready: Python {python} · PyTorch {torch}</source>
        <translation>就绪：Python {python} · PyTorch {torch}</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>Not set up yet. It takes {download:.1f} GB to download and {disk:.1f} GB on the disk.</source>
        <translation>尚未安装。需下载 {download:.1f} GB，占用磁盘 {disk:.1f} GB。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <source>With an NVIDIA device it is {download:.0f} GB and {disk:.0f} GB.</source>
        <translation>如有 NVIDIA 设备，则分别为 {download:.0f} GB 和 {disk:.0f} GB。</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.py"/>
        <location filename="../../ui/server_panel.py"/>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/form_check.py"/>
        <source>polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose what counts as a gap.</source>
        <translation>请选择哪些内容视为空缺。</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Choose a polygon layer, or add one to the project.</source>
        <translation>请选择多边形图层，或向工程中添加一个。</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen other gaps by</source>
        <translation>其他空缺外扩(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>&amp;Widen gaps by</source>
        <translation>空缺外扩(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Values {values} of {file}</source>
        <translation>{file} 的值 {values}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Bits {values} of {file}</source>
        <translation>{file} 的位 {values}</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Polygons of {file}</source>
        <translation>{file} 的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Clouds found in the image</source>
        <translation>影像中检测到的云</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>Pixels without data</source>
        <translation>无数据像素</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.py"/>
        <source>{gap}, widened by {pixels} px</source>
        <translation>{gap}，外扩 {pixels} px</translation>
    </message>
    <message>
        <location filename="../../ui/help_window.py"/>
        <source>SceneFill user guide</source>
        <translation>SceneFill 用户指南</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Whole number from 0 to 9223372036854775807. The same seed draws the same result; another seed draws another.</source>
        <translation>0 至 9223372036854775807 的整数。相同的种子生成相同的结果；更换种子则结果不同。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Server (not set up)</source>
        <translation>服务器（未配置）</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Learns from the observed pixels of the layer that is filled how they follow from the other layers and from what is around a gap, before anything is drawn. It takes about a minute, and is kept only if blocks that were held out get better; the result says whether they did.</source>
        <translation>在生成之前，从待填补图层的观测像素学习它们与其他图层及空缺周边的关系。约需一分钟，仅当留出块有所改善时才保留所学内容；结果中会说明是否改善。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>No layer is filled now, so there is nothing to learn from.</source>
        <translation>当前没有要填补的图层，因此没有可学习的内容。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, without sampling: the fastest, smooth, with a rough spread.</source>
        <translation>直接估计，不采样：速度最快，结果平滑，离散度粗略。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 4 samples of 4 steps: detail and a measured spread in reasonable time.</source>
        <translation>4 个 4 步样本的均值：耗时适中，有细节，离散度由样本测得。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of 8 samples of 8 steps: drawing takes about four times as long as with Standard.</source>
        <translation>8 个 8 步样本的均值：生成耗时约为“标准”的四倍。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>As set under Advanced.</source>
        <translation>采用“高级”中的设置。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The direct estimate, no sampling</source>
        <translation>直接估计，不采样</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>The mean of the samples: the most likely values</source>
        <translation>样本均值：最可能的值</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>Realisations</source>
        <translation>随机实现</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <source>A file for each sample: textures as real as the model draws them</source>
        <translation>每个样本一个文件：纹理达到模型所能生成的真实程度</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Server: {name}</source>
        <translation>服务器：{name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives</source>
        <translation>提供</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inputs_model.py"/>
        <source>%n other band(s)</source>
        <translation>
            <numerusform>%n 个其他波段</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Looking at the file…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Gives: {bands}</source>
        <translation>提供：{bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Date: {date}</source>
        <translation>日期：{date}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>Status: {status}</source>
        <translation>状态：{status}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_model.py"/>
        <source>carried along: {bands}</source>
        <translation>附带：{bands}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Layers that you have</source>
        <translation>已有图层</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>The layers are still being looked at.</source>
        <translation>图层仍在检查中。</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>'{name}' is not a raster that QGIS can open.</source>
        <translation>“{name}”不是 QGIS 可以打开的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Looking at {name}</source>
        <translation>正在检查 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Checking the layers</source>
        <translation>正在检查图层</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>No other raster layer in the project</source>
        <translation>工程中没有其他栅格图层</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Add raster files</source>
        <translation>添加栅格文件</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.py"/>
        <source>Removed from the project, and so from SceneFill: {names}</source>
        <translation>已从工程中移除，因此也从 SceneFill 中移除：{names}</translation>
    </message>
    <message>
        <location filename="../../ui/layer_table.py"/>
        <source>Add the layers that you have, or drag them here from the Layers panel.</source>
        <translation>请添加已有的图层，或从图层面板拖到此处。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>The engine cannot open the mask layer. Save it as GeoTIFF and choose that.</source>
        <translation>引擎无法打开掩膜图层。请将其另存为 GeoTIFF 并选择该文件。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Choose the mask layer.</source>
        <translation>请选择掩膜图层。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Name the mask's values that are gaps.</source>
        <translation>请给出掩膜中视为空缺的值。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values of the mask</source>
        <translation>正在读取掩膜的值</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.py"/>
        <source>Reading the values…</source>
        <translation>正在读取值…</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something is missing</source>
        <translation>缺少必要内容</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not right</source>
        <translation>作业有误</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer cannot be used</source>
        <translation>某个图层无法使用</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area does not fit</source>
        <translation>区域不合适</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model cannot be used</source>
        <translation>模型无法使用</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This computer cannot do it</source>
        <translation>本机无法完成</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The server cannot be used</source>
        <translation>无法使用服务器</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no area to work on.</source>
        <translation>没有可处理的区域。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area, or add a layer whose extent is used.</source>
        <translation>请选择区域，或添加一个可使用其范围的图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There are no layers to work from.</source>
        <translation>没有可用的输入图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Add a layer under “What you have”, or imagine a scene, which needs none.</source>
        <translation>请在“已有数据”下添加图层，或虚构一个不需要图层的场景。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No modality to draw is chosen.</source>
        <translation>未选择要生成的模态。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose at least one.</source>
        <translation>请至少选择一个。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing says what counts as a gap.</source>
        <translation>未指明哪些内容视为空缺。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose nodata, clouds, a mask or polygons.</source>
        <translation>请选择无数据、云、掩膜或多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>What the bands of a layer are is not known.</source>
        <translation>某个图层的波段含义未知。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose its bands, or remove the layer.</source>
        <translation>请指定其波段，或移除该图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing is selected in the polygon layer.</source>
        <translation>多边形图层中没有选中任何要素。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select the polygons that are to be filled, or use all of the layer.</source>
        <translation>请选中要填补的多边形，或使用整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer does not hold polygons.</source>
        <translation>该图层不含多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose a layer of polygons.</source>
        <translation>请选择多边形图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A run is going on.</source>
        <translation>已有运行正在进行。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait for it to end, or cancel it.</source>
        <translation>请等待其结束，或取消。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer has no polygons to use.</source>
        <translation>该图层没有可用的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Select some, use all of its features, or choose another layer.</source>
        <translation>请选中若干多边形，使用其全部要素，或另选图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The band is neither classes nor quality bits.</source>
        <translation>该波段既不是类别，也不是质量位。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the band with the classes, or a mask.</source>
        <translation>请选择含类别的波段，或掩膜。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of values cannot be read.</source>
        <translation>无法解读值列表。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Give whole numbers and ranges, such as 3, 8-10.</source>
        <translation>请给出整数和区间，如 3, 8-10。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill has no band of the modality, or no gaps.</source>
        <translation>待填补图层没有该模态的波段，或没有空缺。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct its bands, choose another layer, or say what counts as a gap.</source>
        <translation>请更正其波段，另选图层，或指明哪些内容视为空缺。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area has more pixels than a job may have.</source>
        <translation>区域的像素数超出作业上限。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the job file; the details name the place.</source>
        <translation>请更正作业文件；具体位置见详情。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job is not readable JSON.</source>
        <translation>作业不是可读取的 JSON。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>This is not a job that this version of SceneFill reads.</source>
        <translation>此版本的 SceneFill 无法读取该作业。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Update SceneFill.</source>
        <translation>请更新 SceneFill。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is given twice.</source>
        <translation>作业中某个字段重复。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The job has a member that jobs do not have.</source>
        <translation>作业中有一个不应存在的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A member of the job is missing.</source>
        <translation>作业缺少某个字段。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value of the job is of the wrong type.</source>
        <translation>作业中某个值的类型错误。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A value is not possible.</source>
        <translation>某个值无效。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct it; the details name it.</source>
        <translation>请更正；具体见详情。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such modality.</source>
        <translation>没有此模态。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such sampling mode.</source>
        <translation>没有此采样模式。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no such kind of gap.</source>
        <translation>没有此类空缺。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The output folder holds results of something else.</source>
        <translation>输出文件夹中有其他任务的结果。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an empty folder.</source>
        <translation>请选择空文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no unfinished run in the folder.</source>
        <translation>该文件夹中没有未完成的运行。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run.</source>
        <translation>请开始新的运行。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The unfinished run in the folder is that of another job, or its files have changed.</source>
        <translation>文件夹中未完成的运行属于另一个作业，或其文件已更改。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Start a new run into another folder.</source>
        <translation>请在另一个文件夹中开始新的运行。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file is not there.</source>
        <translation>某个文件不存在。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check that it was not moved or deleted.</source>
        <translation>请检查它是否被移动或删除。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster cannot be read.</source>
        <translation>某个栅格无法读取。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the file, or save the layer as GeoTIFF and use that.</source>
        <translation>请检查该文件，或将图层另存为 GeoTIFF 并使用该文件。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The polygons cannot be read.</source>
        <translation>无法读取多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Save them as GeoPackage and use that.</source>
        <translation>请将其另存为 GeoPackage 并使用该文件。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The pixels of a layer cannot be read from here.</source>
        <translation>无法从此处读取某个图层的像素。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Export it as GeoTIFF and use that.</source>
        <translation>请将其导出为 GeoTIFF 并使用该文件。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer could not be fetched.</source>
        <translation>无法获取某个网络图层。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the network and the layer, or choose a smaller area.</source>
        <translation>请检查网络和该图层，或选择更小的区域。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A web layer has to be copied before a job can name it.</source>
        <translation>网络图层须先复制，才能用于作业。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer has no CRS, or one that is not known.</source>
        <translation>某个图层没有 CRS，或其 CRS 未知。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign its CRS and save it again.</source>
        <translation>请指定其 CRS 并重新保存。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not have the band that was chosen.</source>
        <translation>某个图层没有所选的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Correct the bands of the layer.</source>
        <translation>请更正该图层的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds complex numbers.</source>
        <translation>某个图层含有复数。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Turn it into backscatter first: amplitude, power or dB.</source>
        <translation>请先将其转换为后向散射：振幅、功率或 dB。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Clouds cannot be found without the red, green and blue bands.</source>
        <translation>缺少红、绿、蓝波段，无法检测云。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Assign these bands, or give the clouds as a mask or as polygons.</source>
        <translation>请指定这些波段，或以掩膜或多边形给出云。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A raster is rotated or sheared.</source>
        <translation>某个栅格存在旋转或错切。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp it to a north-up grid first.</source>
        <translation>请先将其重投影到正北向网格。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The layer to fill does not lie on the pixels of the working grid.</source>
        <translation>待填补图层未与工作网格的像素对齐。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose the layer to fill as reference, or warp it first.</source>
        <translation>请选择待填补图层作为参照，或先对其重投影。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer holds values that are no numbers.</source>
        <translation>某个图层含有非数值。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Set them to nodata.</source>
        <translation>请将其设为无数据。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A layer does not touch the area.</source>
        <translation>某个图层与区域不相交。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an area that the layer covers, and check that its CRS is right.</source>
        <translation>请选择该图层覆盖的区域，并检查其 CRS 是否正确。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The area crosses the 180° meridian.</source>
        <translation>区域跨越 180° 经线。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Split it there.</source>
        <translation>请在该处将其拆分。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no transformation between two of the CRS.</source>
        <translation>其中两个 CRS 之间没有可用的坐标转换。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Warp the layer to the CRS of the others first.</source>
        <translation>请先将该图层重投影到其他图层的 CRS。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The working grid is not one that a raster can have.</source>
        <translation>工作网格不是有效的栅格网格。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another area.</source>
        <translation>请另选区域。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A window of the grid is not possible.</source>
        <translation>网格的某个窗口无效。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Install SceneFill again.</source>
        <translation>请重新安装 SceneFill。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>No model is installed.</source>
        <translation>未安装模型。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>There is no model of this name.</source>
        <translation>没有此名称的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose an installed one.</source>
        <translation>请选择已安装的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model is of a size that is not known.</source>
        <translation>模型的规模未知。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is missing or was changed.</source>
        <translation>模型的某个文件缺失或已被更改。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the model is not in the safetensors format.</source>
        <translation>模型的某个文件不是 safetensors 格式。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The manifest of the model is broken.</source>
        <translation>模型的清单已损坏。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model was made for another version of SceneFill.</source>
        <translation>该模型是为其他版本的 SceneFill 制作的。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Use a model for this version.</source>
        <translation>请使用适用于此版本的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The model drew values that are no numbers.</source>
        <translation>模型生成了非数值。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check units and scales of the layers; then copy the diagnostics and report it.</source>
        <translation>请检查各图层的单位和缩放系数；然后复制诊断信息并报告问题。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The list of modalities is of another version of SceneFill.</source>
        <translation>模态列表来自其他版本的 SceneFill。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Free some space, then resume the run; or choose another folder.</source>
        <translation>请腾出一些空间后恢复运行，或另选文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The memory of this computer is exhausted.</source>
        <translation>本机内存已耗尽。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Close other programs, then resume the run.</source>
        <translation>请关闭其他程序，然后恢复运行。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A result could not be written.</source>
        <translation>某个结果无法写入。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Check the folder and its permissions.</source>
        <translation>请检查文件夹及其权限。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Another run writes to this folder.</source>
        <translation>另一次运行正在写入此文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>请等待其结束，或另选文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Nothing can be written to the folder.</source>
        <translation>无法向该文件夹写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Choose another folder.</source>
        <translation>请另选文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>The file system reported an error.</source>
        <translation>文件系统报告了错误。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>A file of the cache is broken.</source>
        <translation>缓存中的某个文件已损坏。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <source>Delete the cache and try again.</source>
        <translation>请删除缓存后重试。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area or larger pixels.</source>
        <translation>请选择更小的区域或更大的像素。</translation>
    </message>
    <message>
        <location filename="../../ui/message_texts.py"/>
        <location filename="../../ui/runs_model.py"/>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Finished windows are kept.</source>
        <translation>已完成的窗口会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Resume the run to continue.</source>
        <translation>要继续，请恢复运行。</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Results folder</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.py"/>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Load the results and the form again</source>
        <translation>重新加载结果和表单</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Continue where the run stopped</source>
        <translation>从运行停止处继续</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Cancel on the server</source>
        <translation>在服务器上取消</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Stop the run on its server</source>
        <translation>停止其服务器上的运行</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>For a terminal or a script</source>
        <translation>用于终端或脚本</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job…</source>
        <translation>保存作业…</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save the job file under another name</source>
        <translation>以其他名称保存作业文件</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Show the files of the run</source>
        <translation>显示本次运行的文件</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Remove from list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Forget the run; its files stay</source>
        <translation>不再记录此次运行；其文件保留</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch results</source>
        <translation>获取结果</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Fetch what the server has made, and load it</source>
        <translation>获取并加载服务器生成的结果</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Wait for the server, and load the results when they are there</source>
        <translation>等待服务器，结果就绪后加载</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>Save job</source>
        <translation>保存作业</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <source>SceneFill job (*.json)</source>
        <translation>SceneFill 作业 (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.py"/>
        <location filename="../../ui/reporting.py"/>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>less than 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/quantities.py"/>
        <source>about {duration} left</source>
        <translation>剩余约 {duration}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/quantities.py"/>
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the server's address in the options.</source>
        <translation>请在选项中检查服务器地址。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later, or ask whoever runs the server.</source>
        <translation>请稍后重试，或询问服务器管理员。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's address is none.</source>
        <translation>服务器地址无效。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Write it like https://scenefill.example.org.</source>
        <translation>请写成 https://scenefill.example.org 的形式。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>No server is set up.</source>
        <translation>尚未配置服务器。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Enter its address in the options.</source>
        <translation>请在选项中输入其地址。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login would travel for everyone to read.</source>
        <translation>您的登录信息在传输中会被他人看到。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Use the server's address that starts with https://.</source>
        <translation>请使用以 https:// 开头的服务器地址。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not answer.</source>
        <translation>服务器没有响应。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check its address and the network, and ask whoever runs the server whether it is up.</source>
        <translation>请检查地址和网络，并询问管理员服务器是否在运行。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The connection to the server is not safe: its certificate is not trusted.</source>
        <translation>与服务器的连接不安全：其证书不受信任。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Check the address; add your institution's certificate in Settings ▸ Options ▸ Authentication.</source>
        <translation>请检查地址；在“设置 ▸ 选项 ▸ 认证”中添加您所在机构的证书。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's proxy does not let the connection through.</source>
        <translation>网络代理不允许该连接通过。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set the proxy and its login in Settings ▸ Options ▸ Network.</source>
        <translation>请在“设置 ▸ 选项 ▸ 网络”中设置代理及其登录信息。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The network's login page answers instead of the server.</source>
        <translation>响应的是网络登录页面，而不是服务器。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Open a browser, log in to the network, and try again.</source>
        <translation>请打开浏览器登录网络，然后重试。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Something else than a SceneFill server answers.</source>
        <translation>响应的不是 SceneFill 服务器。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's answer cannot be understood.</source>
        <translation>无法理解服务器的应答。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server and this plugin are of versions that do not fit.</source>
        <translation>服务器与此插件的版本不匹配。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Update SceneFill, or ask whoever runs the server to.</source>
        <translation>请更新 SceneFill，或请服务器管理员更新。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server failed.</source>
        <translation>服务器出错。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server has too much to do.</source>
        <translation>服务器负载过重。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A result was damaged on its way and thrown away.</source>
        <translation>某个结果在传输中损坏，已被丢弃。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Resume the run.</source>
        <translation>请恢复运行。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer was damaged or held up on its way to the server.</source>
        <translation>某个图层在发送到服务器途中损坏或受阻。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Ask whoever runs the server.</source>
        <translation>请询问服务器管理员。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know your login, or it has expired.</source>
        <translation>服务器不认识您的登录信息，或者它已过期。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose another login in the options, or ask whoever runs the server for a new one.</source>
        <translation>请在选项中选择其他登录信息，或向服务器管理员索取新的。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your login may not be used for this.</source>
        <translation>您的登录信息无权进行此操作。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's queue is full.</source>
        <translation>服务器队列已满。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>You have as many jobs on the server as it lets you.</source>
        <translation>您在服务器上的任务数已达上限。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Wait until one of them has ended, or cancel one in Past runs.</source>
        <translation>请等待其中一个结束，或在运行历史中取消一个。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Your layers need more space on the server than it lets you.</source>
        <translation>您的图层所需空间超过服务器的限额。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose a smaller area, or wait until earlier layers have expired.</source>
        <translation>请选择更小的区域，或等待先前的图层过期。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A server does not do this.</source>
        <translation>服务器不提供此功能。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Set up an engine on this computer in the options.</source>
        <translation>请在选项中于此计算机上设置引擎。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not take a layer of the job.</source>
        <translation>服务器不接受任务中的某个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as a new GeoTIFF and use that, or ask whoever runs the server.</source>
        <translation>请另存为新的 GeoTIFF 并使用它，或询问服务器管理员。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer cannot be written for the server without changing what it says.</source>
        <translation>无法在不改变内容的情况下为服务器写出某个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Save it as GeoTIFF with DEFLATE compression, in a CRS with an EPSG code.</source>
        <translation>请将其另存为 DEFLATE 压缩的 GeoTIFF，并使用带 EPSG 代码的 CRS。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The area has more pixels than the server takes.</source>
        <translation>区域的像素数超过服务器的上限。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Run it again.</source>
        <translation>请重新运行。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is no longer on the server.</source>
        <translation>该运行已不在服务器上。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The files of the run are no longer on the server.</source>
        <translation>该运行的文件已不在服务器上。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run was cancelled on the server.</source>
        <translation>该运行已在服务器上取消。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not know the run.</source>
        <translation>服务器不认识该运行。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server does not have a result of the run.</source>
        <translation>服务器上缺少该运行的某个结果。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>A layer is no longer on the server.</source>
        <translation>某个图层已不在服务器上。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The results are not ready yet.</source>
        <translation>结果尚未就绪。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server takes the run for another one.</source>
        <translation>服务器将该运行当成了另一个。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The run is in another state on the server than expected.</source>
        <translation>该运行在服务器上的状态与预期不同。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's database does not answer.</source>
        <translation>服务器的数据库没有响应。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server is still starting.</source>
        <translation>服务器仍在启动。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server lacks what it spreads its work with.</source>
        <translation>服务器缺少用于分配工作的组件。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers cannot be reached.</source>
        <translation>无法连接服务器的工作进程。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers are of different versions.</source>
        <translation>服务器的工作进程版本不一致。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>The server's workers failed.</source>
        <translation>服务器的工作进程出错。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>One place of the area ended every worker that drew it.</source>
        <translation>区域中的某处使绘制它的所有工作进程终止。</translation>
    </message>
    <message>
        <location filename="../../ui/remote_texts.py"/>
        <source>Choose an area without it, and tell whoever runs the server.</source>
        <translation>请选择不含该处的区域，并告知服务器管理员。</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <source>Zoom to result</source>
        <translation>缩放到结果</translation>
    </message>
    <message>
        <location filename="../../ui/reporting.py"/>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” is done after {duration}.</source>
        <translation>“{title}”已完成，用时 {duration}。</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Role of {name}</source>
        <translation>{name} 的角色</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>&amp;Guess again</source>
        <translation>重新推测(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Forget all corrections</source>
        <translation>放弃所有更正</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Corrected by hand.</source>
        <translation>已手动更正。</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>{number} – {name}</source>
        <translation>{number} – {name}</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Band {number} is</source>
        <translation>波段 {number} 的含义</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>Nothing was guessed.</source>
        <translation>未作任何推测。</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>from the file</source>
        <translation>取自文件</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.py"/>
        <source>'{text}' is no number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Estimating…</source>
        <translation>正在预估…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” failed: {reason}</source>
        <translation>“{title}”失败：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>The layers of “{title}” could not be loaded: {reason}</source>
        <translation>无法加载“{title}”的图层：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was cancelled.</source>
        <translation>“{title}”已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” was interrupted before the server had it; Past runs can resume it.</source>
        <translation>“{title}”在服务器收到之前被中断；可在运行历史中恢复。</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>“{title}” goes on at the server; Past runs finds it again.</source>
        <translation>“{title}”在服务器上继续；可在运行历史中找到。</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>There is nothing to draw: the area has no gaps.</source>
        <translation>没有需要生成的内容：区域内没有空缺。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/run_panel.py"/>
        <source>{pixels} in %n window(s)</source>
        <translation>
            <numerusform>{pixels}（%n 个窗口）</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{percent} % of it to draw</source>
        <translation>其中 {percent} % 待生成</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>about {duration} on {device}</source>
        <translation>在 {device} 上约需 {duration}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{size} on disk</source>
        <translation>占用磁盘 {size}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{windows}, {share}, {time}, {disk}</source>
        <translation>{windows}，{share}，{time}，{disk}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>at most {size} on disk</source>
        <translation>磁盘上最多 {size}</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.py"/>
        <source>{processor} at {server}</source>
        <translation>{server} 的 {processor}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting, no. {position}</source>
        <translation>等待中，第 {position} 位</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Running, {percent} %</source>
        <translation>正在运行，{percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Ready to fetch</source>
        <translation>可获取</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{state} after {duration}</source>
        <translation>{state}，用时 {duration}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Temporary: {folder}</source>
        <translation>临时：{folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>Folder: {folder}</source>
        <translation>文件夹：{folder}</translation>
    </message>
    <message>
        <location filename="../../ui/runs_model.py"/>
        <source>{done} of {total} windows</source>
        <translation>{done} / {total} 个窗口</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Asking {host}…</source>
        <translation>正在询问 {host}…</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>Without https:// others can read what is sent there, your login included.</source>
        <translation>不使用 https:// 时，他人可以读取发送的内容，包括您的登录信息。</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.py"/>
        <source>New server</source>
        <translation>新服务器</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>SceneFill {version}</source>
        <translation>SceneFill {version}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{scenefill} on {processor}</source>
        <translation>{scenefill}，运行于 {processor}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>about {pixels} per second</source>
        <translation>每秒约 {pixels}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>It has no model, so that it cannot draw anything.</source>
        <translation>它没有模型，因此无法绘制任何内容。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}.</source>
        <translation>模型：{models}。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Models: {models}, which draw {modalities}.</source>
        <translation>模型：{models}，可绘制 {modalities}。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/server_texts.py"/>
        <source>%n job(s) are waiting.</source>
        <translation>
            <numerusform>%n 个任务在等待。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Nobody is waiting.</source>
        <translation>没有任务在等待。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{pixels} a job</source>
        <translation>每个任务 {pixels}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{size} to send</source>
        <translation>发送 {size}</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>At most {limits}.</source>
        <translation>上限：{limits}。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>You are “{name}”, with at most {limits}.</source>
        <translation>您是“{name}”，上限：{limits}。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>Your data stays on this computer.</source>
        <translation>您的数据保留在此计算机上。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{name} ({address})</source>
        <translation>{name}（{address}）</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>{place}, a server on this computer</source>
        <translation>{place}（此计算机上的服务器）</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>The request goes to {place}; no layer is sent.</source>
        <translation>请求发送到 {place}；不发送任何图层。</translation>
    </message>
    <message>
        <location filename="../../ui/server_texts.py"/>
        <source>This data goes to {place}: {layers}; of each the area and its surroundings.</source>
        <translation>以下数据将发送到 {place}：{layers}；每个仅限该区域及其周边。</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Folder for the results</source>
        <translation>结果所在文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>[Save to temporary folder]</source>
        <translation>[保存到临时文件夹]</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>The finest layer</source>
        <translation>最精细的图层</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add a layer under “What you have”, then choose it as the layer to fill.</source>
        <translation>请在“已有数据”下添加图层，然后将其选为待填补图层。</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose the layer to fill.</source>
        <translation>请选择待填补图层。</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Add at least one layer under “What you have”.</source>
        <translation>请在“已有数据”下至少添加一个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Choose at least one modality to draw.</source>
        <translation>请至少选择一个要生成的模态。</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Also draw everywhere</source>
        <translation>另外全域生成</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>Draw</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>filled</source>
        <translation>已填补</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>partly filled</source>
        <translation>部分填补</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.py"/>
        <source>given</source>
        <translation>已提供</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>E&amp;xtent</source>
        <translation>范围(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Extent to work on, in the CRS of the project: west, east, south, north. Left empty, the whole layer is worked on.</source>
        <translation>处理范围，采用工程的 CRS：西、东、南、北。留空则处理整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on what the map canvas shows</source>
        <translation>处理地图画布显示的范围</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Current view</source>
        <translation>当前视图</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw a rectangle on the map canvas</source>
        <translation>在地图画布上绘制矩形</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Work on the whole of the layer to fill, or of the first layer of the list</source>
        <translation>处理整个待填补图层，或列表中的第一个图层</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>Working grid</source>
        <translation>工作网格</translation>
    </message>
    <message>
        <location filename="../../ui/area_panel.ui"/>
        <source>The pixels that are worked on: their number, and their size in units of the CRS</source>
        <translation>所处理的像素：数量，以及以 CRS 单位表示的大小</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>SceneFill: details</source>
        <translation>SceneFill：详情</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/details_dialog.ui"/>
        <source>What the engine said, in English</source>
        <translation>引擎的原始消息（英文）</translation>
    </message>
</context>
<context>
    <name>EnvironmentPanel</name>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Environment &amp;made by SceneFill</source>
        <translation>由 SceneFill 创建的环境(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>A Python of its own in your data folder; nothing is installed into QGIS</source>
        <translation>位于您的数据文件夹中的独立 Python；不会向 QGIS 安装任何内容</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Set up</source>
        <translation>安装(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Delete the environment from the disk</source>
        <translation>从磁盘删除环境</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install from &amp;bundle…</source>
        <translation>从离线包安装(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Install without a network, from a folder that was made on another computer</source>
        <translation>无需网络，从另一台计算机上制作的文件夹安装</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Ma&amp;ke bundle…</source>
        <translation>制作离线包(&amp;K)…</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Download the packages into a folder, for computers without a network</source>
        <translation>将软件包下载到文件夹，供没有网络的计算机使用</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>E&amp;xisting Python</source>
        <translation>现有 Python(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>An environment that you made yourself</source>
        <translation>您自行创建的环境</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>The Python program of the environment, such as bin/python or Scripts\python.exe</source>
        <translation>环境的 Python 程序，如 bin/python 或 Scripts\python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>See whether this Python has what the engine needs</source>
        <translation>检查此 Python 是否具备引擎所需的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>&amp;None on this computer, the server does the work</source>
        <translation>本机无引擎，由服务器完成处理(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>For computers that are too small, and for classrooms with a server</source>
        <translation>适用于配置不足的计算机，以及配有服务器的教室</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../ui/environment_panel.ui"/>
        <source>Stop now; what is there is kept, and the next start goes on with it</source>
        <translation>立即停止；已有内容予以保留，下次启动时继续</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Pixels without data</source>
        <translation>无数据像素(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Nodata values, masked pixels and NaN of the layer</source>
        <translation>图层的无数据值、被掩膜的像素和 NaN</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Clouds found in the image</source>
        <translation>影像中检测到的云(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Clouds and their shadows, found in the layer itself; it needs red, green and blue. The mask is saved beside the result.</source>
        <translation>在图层自身中检测到的云及其阴影；需要红、绿、蓝波段。掩膜与结果保存在一起。</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Cloud pro&amp;bability from</source>
        <translation>云概率阈值(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels with at least this cloud probability (0–1) are gaps; lower values take more pixels for clouds</source>
        <translation>云概率（0–1）不低于此值的像素为空缺；值越低，视为云的像素越多</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Widen clouds by</source>
        <translation>云外扩</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which the clouds and shadows that were found are widened: a thin edge that is missed spoils what is drawn beside it</source>
        <translation>检测到的云和阴影外扩的工作网格像素数：漏掉的薄边缘会影响旁边生成的内容</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Values of a &amp;mask layer</source>
        <translation>掩膜图层的值(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>A raster of classes or quality bits says where the gaps are</source>
        <translation>由类别或质量位栅格指明空缺位置</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>P&amp;olygons</source>
        <translation>多边形(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Everything inside the polygons of a vector layer is a gap</source>
        <translation>矢量图层的多边形内全部视为空缺</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pol&amp;ygon layer</source>
        <translation>多边形图层(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Vector layer with polygons, in any CRS</source>
        <translation>多边形矢量图层，CRS 不限</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>&amp;Selected features only</source>
        <translation>仅选中的要素(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Use the features that are selected in the polygon layer when the run starts</source>
        <translation>使用运行开始时多边形图层中选中的要素</translation>
    </message>
    <message>
        <location filename="../../ui/gap_panel.ui"/>
        <source>Pixels of the working grid by which pixels without data, the mask and the polygons are widened</source>
        <translation>无数据像素、掩膜和多边形外扩的工作网格像素数</translation>
    </message>
</context>
<context>
    <name>HowPanel</name>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learn from t&amp;his scene first</source>
        <translation>先从此场景学习(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Run o&amp;n</source>
        <translation>运行位置(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Where the engine works. A server can be set up in the options.</source>
        <translation>引擎的运行位置。可在选项中配置服务器。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>The trained weights that draw</source>
        <translation>用于生成的训练权重</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Res&amp;ult</source>
        <translation>结果(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Denoising steps of every sample (1–100). The time grows with them; more than 8 seldom change the result.</source>
        <translation>每个样本的去噪步数（1–100）。步数越多耗时越长；超过 8 步很少改变结果。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>How many times the scene is drawn (1–64). The spread is measured over the samples; the time grows with them.</source>
        <translation>场景生成的次数（1–64）。离散度由各样本测得；样本越多耗时越长。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Learning steps</source>
        <translation>学习步数</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Steps of training on the observed pixels, before anything is drawn (1–10000). The time grows with them; 200 take about a minute.</source>
        <translation>生成之前在观测像素上训练的步数（1–10000）。步数越多耗时越长；200 步约需一分钟。</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Se&amp;ed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <location filename="../../ui/how_panel.ui"/>
        <source>Choose a seed by chance</source>
        <translation>随机选择种子</translation>
    </message>
</context>
<context>
    <name>InputsPanel</name>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Add a raster layer of the project, or a file. What it shows is guessed, and every guess can be corrected.</source>
        <translation>添加工程中的栅格图层或文件。其内容自动推测，每项推测均可更正。</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>&amp;Add layer</source>
        <translation>添加图层(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Correct bands, unit and date of the selected layer (Enter)</source>
        <translation>更正所选图层的波段、单位和日期（Enter）</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Edit role…</source>
        <translation>编辑角色…</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove the selected layers from this list (Del); they stay in the project</source>
        <translation>从此列表中移除所选图层（Del）；它们仍保留在工程中</translation>
    </message>
    <message>
        <location filename="../../ui/inputs_panel.ui"/>
        <source>Remove from list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Mas&amp;k layer</source>
        <translation>掩膜图层(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Raster of classes or quality bits, such as a cloud mask, Sentinel-2 SCL or Landsat QA_PIXEL. It may have another pixel size or CRS.</source>
        <translation>类别或质量位栅格，如云掩膜、Sentinel-2 SCL 或 Landsat QA_PIXEL。像素大小或 CRS 可以不同。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Numbers are</source>
        <translation>数值含义</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values: a pixel is a gap if its number is in the list. Quality bits: a pixel is a gap if any of the listed bits is set; bit 0 is the lowest.</source>
        <translation>类别值：数值在列表中的像素为空缺。质量位：所列任一位置位的像素为空缺；位 0 为最低位。</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Class values</source>
        <translation>类别值</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Quality bits</source>
        <translation>质量位</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>&amp;Gap values</source>
        <translation>空缺值(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Whole numbers and ranges that are gaps, for example 3, 8-10</source>
        <translation>视为空缺的整数和区间，例如 3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>3, 8-10</source>
        <translation>3, 8-10</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read…</source>
        <translation>读取…</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Read which values the band has, in the background, and choose among them</source>
        <translation>在后台读取波段含有的值，并从中选择</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Values in the mask</source>
        <translation>掩膜中的值</translation>
    </message>
    <message>
        <location filename="../../ui/mask_panel.ui"/>
        <source>Checked values are gaps; the percentage is the share of the raster's pixels</source>
        <translation>勾选的值为空缺；百分比为占栅格像素的比例</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Work</source>
        <translation>处理</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Processor &amp;threads</source>
        <translation>处理器线程(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Threads of the engine on the processor; fewer leave more for QGIS</source>
        <translation>引擎使用的处理器线程数；越少则留给 QGIS 的越多</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Keep the engine &amp;warm for</source>
        <translation>引擎保持待命(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Minutes that the engine stays in memory after its last work, so that the next run starts at once</source>
        <translation>引擎在上次处理后驻留内存的分钟数，以便下次运行立即开始</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>&amp;Results folder</source>
        <translation>结果文件夹(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Where results go that are kept; each run makes a folder of its own there</source>
        <translation>保留的结果的存放位置；每次运行在其中新建自己的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>A&amp;dd results to the project as layers</source>
        <translation>将结果作为图层添加到工程(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>When a run ends, its results become a group of layers at the top</source>
        <translation>运行结束后，其结果在顶部成为一个图层组</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Write d&amp;ebug messages to the log panel</source>
        <translation>向日志面板写入调试消息(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../ui/options_page.ui"/>
        <source>Says much more in the SceneFill tab of the log panel</source>
        <translation>在日志面板的 SceneFill 选项卡中输出更多信息</translation>
    </message>
</context>
<context>
    <name>PastRuns</name>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>&amp;Past runs</source>
        <translation>运行历史(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../ui/past_runs.ui"/>
        <source>Copy as command, save the job, open the folder, remove from the list</source>
        <translation>复制为命令、保存作业、打开文件夹、从列表中移除</translation>
    </message>
</context>
<context>
    <name>RoleEditor</name>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Role of a layer</source>
        <translation>图层的角色</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Bands of the file, and what they are</source>
        <translation>文件的波段及其含义(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Choose what a band is, or type a name of your own: such a band is filled along with the others</source>
        <translation>选择波段的含义，或输入自定义名称：此类波段会与其他波段一并填补</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Band of the file</source>
        <translation>文件波段</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Is</source>
        <translation>含义</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the numbers mean after scale and offset. It holds for the bands that can have this unit.</source>
        <translation>应用缩放系数和偏移量后数值的含义。适用于可采用此单位的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Scale</source>
        <translation>缩放系数(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Value = number in the file × scale + offset, in the unit above. Empty: found from the file.</source>
        <translation>值 = 文件中的数值 × 缩放系数 + 偏移量，采用上述单位。留空则从文件获取。</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>from the file</source>
        <translation>取自文件</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Offset</source>
        <translation>偏移量(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Read as</source>
        <translation>解读为</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>What the engine will take the numbers of the file for</source>
        <translation>引擎对文件中数值的解读</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>Day, month or year of the observation (UTC), as exact as it is known; empty when it is not</source>
        <translation>观测的日、月或年（UTC），尽可能精确；未知则留空</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>yyyy-mm-dd, yyyy-mm or yyyy</source>
        <translation>yyyy-mm-dd、yyyy-mm 或 yyyy</translation>
    </message>
    <message>
        <location filename="../../ui/role_editor.ui"/>
        <source>&amp;Why this was guessed</source>
        <translation>推测依据(&amp;W)</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Start; QGIS stays usable while it runs</source>
        <translation>开始运行；其间 QGIS 仍可使用</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Es&amp;timate</source>
        <translation>预估(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Look at the inputs and say how many pixels and windows there are to draw, and how long it takes on this device</source>
        <translation>检查输入，说明有多少像素和窗口待生成，以及在此设备上需要多长时间</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../ui/run_panel.ui"/>
        <source>Stop at once; finished windows are kept, so that the run can be resumed</source>
        <translation>立即停止；已完成的窗口会保留，以便恢复运行</translation>
    </message>
</context>
<context>
    <name>SceneFillDock</name>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open a simulated scene as layers, with everything filled in and ready to run: no data of your own is needed</source>
        <translation>以图层形式打开模拟场景，所有设置均已填好，可直接运行：无需自备数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open demo scene</source>
        <translation>打开演示场景</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Open the user guide</source>
        <translation>打开用户指南</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you have</source>
        <translation>已有数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>What you want</source>
        <translation>所需结果</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>How</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <location filename="../../ui/dock.ui"/>
        <source>Past runs</source>
        <translation>运行历史</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>A SceneFill server draws on another computer, for a class, an institute or a laptop in the field. Its administrator gives you the address and a login.</source>
        <translation>SceneFill 服务器在另一台计算机上完成生成，适用于课堂、研究所或野外笔记本电脑。地址和登录信息由其管理员提供。</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>W&amp;hich</source>
        <translation>哪一个(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The servers that you have entered; the one shown is used</source>
        <translation>您输入的服务器；使用当前显示的那个</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Another server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Enter another server</source>
        <translation>输入其他服务器</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Forget this server</source>
        <translation>忘记此服务器</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Take this server off the list; its login stays in QGIS</source>
        <translation>从列表中移除此服务器；其登录信息保留在 QGIS 中</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>What you call the server; it may be left empty</source>
        <translation>您给服务器起的名称；可留空</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>The server's address, starting with https://</source>
        <translation>服务器的地址，以 https:// 开头</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Lo&amp;gin</source>
        <translation>登录(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>An authentication configuration of QGIS of the kind Basic, with the token as the password; the token itself never is in a project or a log</source>
        <translation>Basic 类型的 QGIS 认证配置，令牌作为密码；令牌本身不会出现在工程或日志中</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../ui/server_panel.ui"/>
        <source>Ask the server what it can do, and how fast it is</source>
        <translation>询问服务器能做什么以及速度如何</translation>
    </message>
</context>
<context>
    <name>WishPanel</name>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Fill gaps in a layer</source>
        <translation>填补图层中的空缺(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Observed pixels stay as they are; only the gaps are drawn</source>
        <translation>观测像素保持不变；仅生成空缺部分</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Draw missing modalities</source>
        <translation>生成缺失的模态(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that were not taken, everywhere in the area, from the layers above</source>
        <translation>由上方图层在整个区域生成未获取的模态</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Imagine a scene</source>
        <translation>虚构场景(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Draw modalities that fit together of a place that does not exist; no layers are used</source>
        <translation>为虚构地点生成相互一致的模态；不使用任何图层</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Layer to fill</source>
        <translation>待填补图层(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>One of the layers under “What you have”; the result has its pixels, data type and bands</source>
        <translation>“已有数据”下的某个图层；结果采用其像素、数据类型和波段</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Gaps are</source>
        <translation>空缺包括</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Also draw</source>
        <translation>另外生成</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>&amp;Pixels of</source>
        <translation>像素取自(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>The result has the pixels and the CRS of this layer</source>
        <translation>结果采用此图层的像素和 CRS</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Pixel si&amp;ze</source>
        <translation>像素大小(&amp;Z)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Ground sampling distance of the result in metres</source>
        <translation>结果的地面采样距离，单位为米</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Sa&amp;ve to</source>
        <translation>保存到(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../ui/wish_panel.ui"/>
        <source>Folder of the results. Temporary results are deleted when QGIS is closed.</source>
        <translation>结果文件夹。临时结果在关闭 QGIS 时删除。</translation>
    </message>
</context>
</TS>
