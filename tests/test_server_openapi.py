"""The OpenAPI document: valid 3.0, complete, and true, which schemathesis tries to disprove against a live server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from scenefill.server.app import ROUTERS
from scenefill.server.openapi import ALWAYS, openapi_document
from scenefill.server.problems import STATUS_OF
from scenefill.tests.server_live import LiveServer, add_token, live_server
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

BASE = "http://127.0.0.1:1"
#: Requests that schemathesis makes of each operation, of data that fit and of data that do not.
EXAMPLES = 14


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with live_server(tmp_path_factory.mktemp("openapi") / "data", "--max-upload", "1") as running:
        yield running


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi_document(BASE)


@pytest.fixture(scope="module")
def api(server: LiveServer) -> Any:
    schema = schemathesis.openapi.from_url(f"{server.url}/api")
    # Each of them is declared for the operation in question, which another check looks at.
    schema.config.checks.negative_data_rejection.expected_statuses = ["4xx"]
    return schema


schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
)
OPERATIONS = [(method, path) for path, methods in openapi_document(BASE)["paths"].items() for method in methods]


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda part: part)
def test_no_request_is_answered_as_the_document_does_not_say(
    api: Any, method: str, path: str, mode: GenerationMode
) -> None:
    operation = api[path][method]
    takes_nothing = not [*operation.iter_parameters(), *operation.body]
    if takes_nothing and mode.is_negative:
        return

    @seed(5)
    @settings(
        max_examples=1 if takes_nothing else EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        inputs = case.body.get("inputs") if isinstance(case.body, dict) else None
        if isinstance(inputs, dict) and isinstance(inputs.get("pause"), (int, float)):
            # The answer would be the same, later.
            inputs["pause"] = min(inputs["pause"], 0)
        case.call_and_validate(checks=CHECKS, timeout=30)

    run()


def test_the_server_is_well_afterwards(server: LiveServer) -> None:
    """Runs behind the test above: nothing of it has left a fault in the log."""
    assert requests.get(f"{server.url}/ready", timeout=10).status_code == 200
    assert [line for line in server.log if line["level"] == "error"] == []


def test_document_is_openapi_30(document: dict[str, Any]) -> None:
    assert re.fullmatch(r"3\.0\.\d", document["openapi"])
    # Words of JSON Schema that 3.0 does not have; names of members are no words.
    unknown = {"const", "prefixItems", "if", "then", "else", "$defs", "propertyNames", "dependentRequired", "examples"}
    for path, node in walk(document):
        if isinstance(node, dict) and path[-1] not in ("properties", "paths", "schemas", "headers"):
            assert not unknown & set(node), path
            assert not isinstance(node.get("type"), list), path
            for bound in ("exclusiveMinimum", "exclusiveMaximum"):
                assert isinstance(node.get(bound, False), bool), path


def test_references_lead_somewhere(document: dict[str, Any]) -> None:
    found = [node["$ref"] for _, node in walk(document) if isinstance(node, dict) and isinstance(node.get("$ref"), str)]
    assert found
    for reference in found:
        name = reference.removeprefix("#/components/schemas/")
        assert name in document["components"]["schemas"]


def test_every_route_is_described(document: dict[str, Any]) -> None:
    described = {
        (method.upper(), re.sub(r"\{[^}]+\}", "{}", path))
        for path, operations in document["paths"].items()
        for method in operations
    }
    routes = {
        (method, re.sub(r"\{[^}]+\}", "{}", route.path))
        for router in ROUTERS
        for route in router.routes
        for method in route.methods
    }
    assert described == routes


def test_operations_are_told_apart(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for operation in operations(document)]
    assert len(ids) == len(set(ids))
    # Those of the standard's own document, which clients and suites look for.
    assert {
        "getLandingPage",
        "getProcesses",
        "getProcessDescription",
        "execute",
        "getJobs",
        "getStatus",
        "getResult",
    } <= {*ids}


def test_every_operation_says_how_it_may_fail(document: dict[str, Any]) -> None:
    for operation in operations(document):
        assert {str(status) for status in ALWAYS} <= set(operation["responses"]), operation["operationId"]
        named = any(parameter["in"] == "path" for parameter in operation.get("parameters", []))
        assert not named or {"404", "405"} <= set(operation["responses"]), operation["operationId"]
    declared = {int(status) for operation in operations(document) for status in operation["responses"]}
    assert set(STATUS_OF.values()) <= declared


def test_served_document_is_the_same(server: LiveServer) -> None:
    answer = requests.get(f"{server.url}/api", timeout=10)
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    assert answer.json() == json.loads(json.dumps(openapi_document(server.url, protected=False)))


def test_tokens_are_declared_where_they_are_needed(tmp_path: Path) -> None:
    token = add_token(tmp_path / "data", "ada")
    with live_server(tmp_path / "data", no_auth=False) as server:
        answer = requests.get(f"{server.url}/api", headers=token.headers, timeout=10).json()
        assert answer["security"] == [{"bearer": []}, {"basic": []}]
        for path, methods in answer["paths"].items():
            for method in methods:
                url = server.url + re.sub(r"\{[^}]+\}", "x", path)
                refused = requests.request(method, url, timeout=10)
                assert refused.status_code == 401, (method, path)
                if method != "head":
                    jsonschema.validate(refused.json(), answer["components"]["schemas"]["exception"])


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for methods in document["paths"].values() for operation in methods.values()]


def walk(node: Any, path: tuple[str, ...] = ("",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, node
    if isinstance(node, dict):
        for name, child in node.items():
            yield from walk(child, (*path, str(name)))
    elif isinstance(node, list):
        for i, child in enumerate(node):
            yield from walk(child, (*path, str(i)))
