"""The landing page for a person: one HTML file without scripts, readable by a screen reader and on a phone."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Any

from .. import __version__
from .access import Caller
from .routes_capabilities import capabilities
from .services import Services

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; } dt { font-weight: 600; }
dd { margin: 0; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; vertical-align: top; }
code, pre { font-family: ui-monospace, monospace; } pre { overflow-x: auto; padding: .7rem; border: 1px solid #8886; }
footer { margin-top: 2.5rem; font-size: .9rem; }
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

#: The page may have its one style sheet, and nothing else.
HTML_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
}


def render_page(server: Services, base: str, who: Caller) -> str:
    """The page as HTML.

    Args:
        base: URL of the server, without a slash at its end.
        who: the caller, whose name it shows.
    """
    facts = capabilities(server, who, patience=0.0)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SceneFill server</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>SceneFill server</h1>
<p>It fills modality gaps in Earth observation: infers one scene from the layers that exist, and draws what is missing.
What it draws is <strong>synthetic, not a measurement</strong>.</p>
<h2>Now</h2>
<dl>
{_pairs(_now(facts))}
</dl>
<h2>Models</h2>
{_models(facts["models"])}
<h2>Limits</h2>
<dl>
{_pairs(_limits(facts))}
</dl>
<h2>Use it from QGIS</h2>
<ol>
<li>Install the SceneFill plugin and open its options.</li>
<li>Add a server with the address <code>{escape(base)}</code>.</li>
<li>{_token_step(server)}</li>
<li>Press <em>Test</em>, then choose this server in SceneFill's panel before you run.</li>
</ol>
<h2>Use it from a terminal</h2>
<pre><code>scenefill run job.json --server {escape(base)}</code></pre>
<h2>For programs</h2>
<ul>
<li><a href="{escape(base)}/?f=json">OGC API – Processes: landing page</a></li>
<li><a href="{escape(base)}/api">OpenAPI 3.0</a></li>
<li><a href="{escape(base)}/processes">Processes</a></li>
<li><a href="{escape(base)}/jobs">Your jobs</a></li>
<li><a href="{escape(base)}/capabilities">Capabilities</a></li>
</ul>
</main>
<footer>SceneFill {escape(__version__)}. You are <strong>{escape(who.name)}</strong>.</footer>
</body>
</html>
"""


def _now(facts: dict[str, Any]) -> list[tuple[str, str]]:
    queue = facts["queue"]
    device = facts.get("device")
    rows = [
        ("Jobs running", str(queue["running"])),
        ("Jobs waiting", str(queue["waiting"])),
        ("Device", f"{device['title']}, {device['dtype']}" if device else "not known yet"),
    ]
    if "speed" in facts:
        rows.append(("Speed", f"{facts['speed']['pixels_per_second']:,.0f} pixels a second"))
    return rows


def _limits(facts: dict[str, Any]) -> list[tuple[str, str]]:
    limits = facts["limits"]
    return [
        ("One upload", f"{limits['upload_bytes'] / 2**30:.1f} GiB"),
        ("One job", f"{limits['pixels'] / 1e6:,.0f} million pixels"),
        ("Bands of a layer", str(limits["bands"])),
        ("Jobs at once", str(limits["queue"])),
    ]


def _pairs(rows: list[tuple[str, str]]) -> str:
    return "\n".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)


def _models(models: list[dict[str, Any]]) -> str:
    if not models:
        return "<p>No model is installed.</p>"
    rows = "\n".join(
        f'<tr><th scope="row"><code>{escape(model["id"])}</code> {escape(model["version"])}</th>'
        f"<td>{escape(model['title'])}</td><td>{escape(', '.join(model['modalities']))}</td></tr>"
        for model in models
    )
    head = '<tr><th scope="col">Model</th><th scope="col">What it is</th><th scope="col">Modalities</th></tr>'
    return f"<table><thead>{head}</thead><tbody>\n{rows}\n</tbody></table>"


def _token_step(server: Services) -> str:
    if server.config.no_auth:
        return "It needs no token; it serves programs of this computer alone."
    return (
        "Make an authentication configuration of the method <em>Basic</em> with the token as its password; any user "
        "name will do. The server's administrator makes tokens by <code>scenefill token add NAME</code>."
    )
