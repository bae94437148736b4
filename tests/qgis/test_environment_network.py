"""plugin/environment: failures of pip and uv by their real output, and the way to the network that QGIS hands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.plugin.environment.detect import Tools, find_tools
from scenefill.plugin.environment.failures import classify
from scenefill.plugin.environment.installers import (
    InstallProgress,
    Source,
    create_environment,
    install,
    pip_source,
    uv_source,
)
from scenefill.plugin.environment.network import (
    NetworkFacts,
    PipSettings,
    look,
    network_facts,
    parse_pip_settings,
    pip_settings,
    proxy_address,
    with_network,
)
from scenefill.plugin.tasks import EngineTask, TaskKeeper
from scenefill.tests.qgis.environment_tools import (
    Watching,
    offline_environ,
    uv_program_folder,  # noqa: F401 -- a fixture
)
from scenefill.tests.qgis.index_servers import answering, closed_port, self_signed

#: Nothing waits long for a server that is not there.
IMPATIENT = {"PIP_RETRIES": "1", "PIP_TIMEOUT": "5", "UV_HTTP_RETRIES": "0", "UV_HTTP_TIMEOUT": "5", "UV_NO_CACHE": "1"}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables under which pip and uv know an index only if they are told."""
    values = offline_environ(tmp_path_factory.mktemp("no-wheels"))
    del values["PIP_NO_INDEX"]
    kept = {name: value for name, value in values.items() if not name.lower().endswith("_proxy")}
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        kept.pop(name, None)
    return {**kept, **IMPATIENT}


@pytest.fixture(scope="module", params=["pip", "uv"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, environ) -> tuple[Tools, Path]:
    """Tools without and with uv, and an empty environment made by them."""
    tools = find_tools(environ, Watching())
    tools = Tools(None if request.param == "pip" else request.getfixturevalue("uv_folder") / "uv", tools.interpreter)
    folder = tmp_path_factory.mktemp(request.param) / "made"
    create_environment(tools, folder, environ, Watching())
    return tools, folder


@pytest.fixture
def failure(made: tuple[Tools, Path], environ: dict[str, str], tmp_path: Path) -> Callable[..., SceneFillError]:
    """Runs an installation that cannot go well, and gives its error."""
    tools, folder = made

    def fail(index: str = "", requirement: str = "scenefill-nowhere", **variables: str) -> SceneFillError:
        constraints = tmp_path / "constraints.txt"
        constraints.touch()
        merged = {**environ, **variables}
        if index:
            merged["PIP_INDEX_URL"] = index
        pip = PipSettings(index_url=index, no_index=variables.get("PIP_NO_INDEX") == "1")
        progress = InstallProgress(1, tmp_path, Watching())
        with pytest.raises(SceneFillError) as caught:
            install(tools, folder, [requirement], constraints, Source(pip), merged, Watching(), progress)
        return caught.value

    return fail


# What pip and uv say, for real ---------------------------------------------------------------------------------------


def test_a_proxy_that_wants_a_login(failure: Callable[..., SceneFillError]) -> None:
    with answering(407) as proxy:
        error = failure("https://index.example/simple", https_proxy=proxy, HTTPS_PROXY=proxy)
    assert error.code == "env-proxy-login"
    assert "Network" in error.hint


def test_a_proxy_that_is_not_there(failure: Callable[..., SceneFillError]) -> None:
    proxy = f"http://user:hidden@localhost:{closed_port()}"
    error = failure("https://index.example/simple", https_proxy=proxy, HTTPS_PROXY=proxy)
    assert error.code == "env-proxy"
    assert "hidden" not in str(error.to_dict())


def test_a_certificate_that_nobody_knows(failure: Callable[..., SceneFillError], certificate: Path) -> None:
    with answering(200, certificate) as index:
        assert failure(f"{index}/simple").code == "env-certificate"


def test_a_name_that_is_none(failure: Callable[..., SceneFillError]) -> None:
    assert failure("https://index.invalid/simple").code == "env-network"


def test_a_server_that_is_not_there(failure: Callable[..., SceneFillError]) -> None:
    assert failure(f"http://localhost:{closed_port()}/simple").code == "env-network"


def test_a_package_that_is_not_there(failure: Callable[..., SceneFillError]) -> None:
    error = failure(PIP_NO_INDEX="1")
    assert error.code == "env-no-wheel"
    assert error.details["package"].startswith("scenefill-nowhere")


def test_a_folder_that_may_not_be_written(made: tuple[Tools, Path], environ: dict[str, str], tmp_path: Path) -> None:
    """A file where the folder should be: refused to the administrator, too."""
    (tmp_path / "file").touch()
    with pytest.raises(SceneFillError) as caught:
        create_environment(made[0], tmp_path / "file" / "made", environ, Watching())
    assert caught.value.code == "env-permission"


def test_a_path_that_is_too_long(made: tuple[Tools, Path], environ: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(SceneFillError) as caught:
        create_environment(made[0], tmp_path / ("n" * 300), environ, Watching())
    assert caught.value.code == "env-path"


#: What programs printed, each on a disk, a Python or an account prepared for it; the last ones are Windows' own texts.
CAPTURED = [
    ("env-disk", "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"),
    (
        "env-disk",
        "error: Failed to install: numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl (numpy==2.4.6)\n"
        "  cause: Failed to copy to `small/t/numpy.libs/libscipy_openblas64_.so`\n"
        "  cause: failed to copy file from a to b: No space left on device (os error 28)",
    ),
    ("env-no-venv", "/usr/bin/python3: No module named ensurepip"),
    ("env-permission", "Error: [Errno 13] Permission denied: '/srv/engine/v'"),
    ("env-permission", "error: failed to create directory `/srv/engine/t`: Permission denied (os error 13)"),
    ("env-permission", "Error: [Errno 30] Read-only file system: '/srv/engine/v'"),
    (
        "env-no-wheel",
        "ERROR: Could not find a version that satisfies the requirement click>=999 (from versions: 8.5.0, 8.5.1)\n"
        "ERROR: No matching distribution found for click>=999",
    ),
    (
        "env-no-wheel",
        "error: No solution found when resolving dependencies\n"
        "  cause: Because only six<=1.17.0 is available and you require six>=999, we can conclude that your "
        "requirements are unsatisfiable.",
    ),
    ("env-proxy", "ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support.\n"),
    (
        "env-hash",
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package "
        "versions, please update the hashes.",
    ),
    ("env-permission", "PermissionError: [WinError 32] The process cannot access the file because it is being used"),
    ("env-permission", "OSError: [WinError 5] Access is denied: 'C:\\\\Users\\\\a\\\\engine'"),
    ("env-path", "OSError: [WinError 206] The filename or extension is too long"),
    ("env-disk", "OSError: [WinError 112] There is not enough space on the disk"),
]


@pytest.mark.parametrize(("code", "output"), CAPTURED)
def test_captured_output(code: str, output: str) -> None:
    error = classify(output, 1, "install")
    assert error.code == code
    assert error.message
    assert error.hint
    assert error.details["output"] == output.splitlines()


def test_a_retry_that_went_well_does_not_hide_a_missing_build() -> None:
    retry = "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/click/\n"
    assert classify(retry + CAPTURED[6][1], 1, "install").code == "env-no-wheel"
    nothing = "ERROR: Could not find a version that satisfies the requirement click (from versions: none)"
    assert classify(retry + nothing, 1, "install").code == "env-network"


def test_what_nobody_foresaw_keeps_its_last_line() -> None:
    error = classify("first\nthe last word\n\n", 7, "install")
    assert error.code == "env-failed"
    assert "the last word" in error.message
    assert error.details["returncode"] == 7


# The user's pip ------------------------------------------------------------------------------------------------------


def test_pip_is_asked_what_it_is_set_up_for(made: tuple[Tools, Path], environ: dict[str, str], tmp_path: Path) -> None:
    configuration = tmp_path / "pip.conf"
    configuration.write_text(
        "[global]\nindex-url = https://mirror.example/simple\nproxy = http://proxy.example:1\n"
        "[install]\nno-index = yes\n",
        encoding="utf-8",
    )
    values = {**environ, "PIP_CONFIG_FILE": str(configuration), "PIP_FIND_LINKS": "/srv/a /srv/b"}
    found = pip_settings(made[0].interpreter.path, values, Watching())
    assert replace(found, cert="") == PipSettings(
        "https://mirror.example/simple", (), ("/srv/a", "/srv/b"), True, "http://proxy.example:1"
    )
    assert found.has_sources


def test_uv_is_told_the_same() -> None:
    text = "global.extra-index-url='https://a.example https://b.example'\n:env:.find-links='/srv/wheels'\nnoise\nx=(\n"
    found = parse_pip_settings(text)
    assert found.extra_index_urls == ("https://a.example", "https://b.example")
    options = uv_source(Source(found))
    assert options == [
        *("--index", "https://a.example", "--index", "https://b.example"),
        *("--find-links", "/srv/wheels", "--index-strategy", "unsafe-best-match"),
    ]
    assert uv_source(Source(index="https://x.example/cu126", build="cu126")) == ["--torch-backend", "cu126"]
    assert pip_source(Source(index="https://x.example/cu126")) == ["--extra-index-url", "https://x.example/cu126"]
    bundle = Path("/srv/bundle")
    assert pip_source(Source(found, bundle=bundle)) == uv_source(Source(found, bundle=bundle))


# QGIS' proxy and certificates ----------------------------------------------------------------------------------------


@pytest.fixture
def proxy_of_qgis() -> Iterator[Callable[[QNetworkProxy], None]]:
    manager = QgsNetworkAccessManager.instance()
    before = (manager.fallbackProxy(), manager.excludeList(), manager.noProxyList())
    yield lambda proxy: manager.setFallbackProxyAndExcludes(proxy, ["https://intern.example/x"], ["plain.example"])
    manager.setFallbackProxyAndExcludes(*before)


def test_the_proxy_is_handed_on_with_its_login_and_never_shown(
    proxy_of_qgis: Callable[[QNetworkProxy], None], tmp_path: Path
) -> None:
    proxy_of_qgis(QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "me@here", "p/w"))
    facts = network_facts()
    assert facts.proxy == "http://me%40here:p%2Fw@proxy.example:3128"
    assert "p%2Fw" not in repr(facts)
    environ = with_network({"HTTPS_PROXY": "http://other", "SSL_CERT_FILE": "mine"}, facts, PipSettings(), tmp_path)
    assert environ["https_proxy"] == environ["HTTP_PROXY"] == facts.proxy
    assert environ["NO_PROXY"] == "localhost,127.0.0.1,intern.example,plain.example"
    assert environ["SSL_CERT_FILE"] == "mine"
    assert "PIP_CERT" not in environ
    own = with_network({"HTTPS_PROXY": "http://other"}, facts, PipSettings(proxy="http://pip"), tmp_path)
    assert own["HTTPS_PROXY"] == "http://other"


def test_kinds_of_proxies() -> None:
    kinds = QNetworkProxy.ProxyType
    assert proxy_address(QNetworkProxy(kinds.Socks5Proxy, "proxy.example", 1080)) == "socks5h://proxy.example:1080"
    assert proxy_address(QNetworkProxy(kinds.NoProxy)) == ""
    assert proxy_address(QNetworkProxy(kinds.HttpProxy, "")) == ""


def test_certificates_of_qgis_are_for_programs_without_their_own(tmp_path: Path) -> None:
    facts = network_facts()
    assert b"BEGIN CERTIFICATE" in facts.certificates
    environ = with_network({}, facts, PipSettings(), tmp_path)
    assert Path(environ["PIP_CERT"]).read_bytes() == facts.certificates
    assert environ["SSL_CERT_FILE"] == environ["PIP_CERT"]
    assert "PIP_CERT" not in with_network({}, facts, PipSettings(cert="mine"), tmp_path)
    assert with_network({}, NetworkFacts(), PipSettings(), tmp_path) == {}


@pytest.fixture
def look_from_background(qtbot: QtBot) -> Callable[[str], object]:
    """Looks as it is done in earnest: in a background thread, while the main thread's event loop runs."""
    keeper = TaskKeeper()

    def ask(url: str, facts: NetworkFacts = NetworkFacts()) -> object:  # noqa: B008 -- frozen
        task = EngineTask("look", lambda feedback: look(url, facts, feedback, 10.0))
        with qtbot.waitSignal(task.succeeded, timeout=30_000) as answered:
            keeper.start(task)
        return answered.args[0]

    return ask


@pytest.mark.parametrize("status", [200, 403, 404, 500])
def test_any_answer_means_that_the_network_is_there(look_from_background: Callable[[str], object], status: int) -> None:
    with answering(status) as url:
        assert look_from_background(f"{url}/simple/pip/") is None


def test_qgis_finds_out_why_it_is_not(look_from_background: Callable[[str], object], certificate: Path) -> None:
    assert look_from_background(f"http://localhost:{closed_port()}/").code == "env-network"
    assert look_from_background("https://index.invalid/simple/").code == "env-network"
    with answering(200, certificate) as url:
        assert look_from_background(url).code == "env-certificate"
        trusting = NetworkFacts(certificates=certificate.read_bytes())
        assert look_from_background(url, trusting) is None


def test_it_goes_through_the_proxy(look_from_background: Callable[..., object]) -> None:
    with answering(407) as proxy:
        facts = NetworkFacts(proxy=proxy.replace("http://", "http://me:hidden@"))
        error = look_from_background("https://index.invalid/simple/", facts)
    assert error.code == "env-proxy-login"
    assert "hidden" not in str(error.to_dict())
    facts = NetworkFacts(proxy=f"http://localhost:{closed_port()}")
    assert look_from_background("https://index.invalid/simple/", facts).code == "env-proxy"


def test_a_look_is_cancelled_at_once() -> None:
    watching = Watching()
    watching.cancelled = True
    with pytest.raises(JobCancelled):
        look(f"http://localhost:{closed_port()}/", NetworkFacts(), watching)
