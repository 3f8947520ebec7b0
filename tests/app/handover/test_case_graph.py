import json
import sys
from pathlib import Path

from app.handover.bundle_plan import Level
from app.handover.case_graph import GraphFacts, case_graph
from app.handover.item_records import item_record
from storage import clock
from tests.support.decided_case import HER, make
from tests.support.unpackers import run


def graph(path: Path) -> str:
    with make(path / "case") as case:
        records = [item_record(case.item(number), Level.LIST) for number in (1, 2, 5)]
        records.append(item_record(case.item(6), Level.LIST, capture_of=1))
        records[0]["crops"] = ["data/crops/0001-1.jpg"]
        entries = list(case.custody.entries())
        told = GraphFacts(case.info(), entries, clock.now(), "0.1.0", "신고된 콘텐츠")
        member = case_graph(records, told)
    with member.open() as stream:
        return stream.read().decode()


def test_police_tools_have_no_complaints(tmp_path: Path) -> None:
    (tmp_path / "case.jsonld").write_text(graph(tmp_path), "utf-8")
    program = Path(sys.executable).with_name("case_validate")
    assert "Conforms: True" in run(program, tmp_path / "case.jsonld")


def test_what_is_known_of_an_item_is_in_it(tmp_path: Path) -> None:
    nodes = json.loads(graph(tmp_path))["@graph"]
    kinds = [node["@type"].partition(":")[2] for node in nodes]
    assert (kinds.count("File"), kinds.count("ProvenanceRecord")) == (5, 4)
    assert kinds.count("ObservableRelationship") == 2
    actions = [node for node in nodes if node["@type"].endswith("InvestigativeAction")]
    assert [each["uco-core:name"] for each in actions][:2] == ["created", "decided"]
    assert len(actions) == 6
    assert (kinds.count("URL"), kinds.count("Message")) == (2, 1)
    (annotation,) = [node for node in nodes if node["@type"] == "uco-core:Annotation"]
    assert annotation["uco-core:statement"] == HER.personal_data
    text = json.dumps(nodes)
    for known in ("https://t.me/+x", "2023-11-14T22:13:20+00:00", '"SHA512"', "image/jpeg"):
        assert known in text


def test_every_node_has_a_name_of_its_own_that_stays(tmp_path: Path) -> None:
    text = graph(tmp_path)
    names = [line for line in text.splitlines() if '"@type"' in line]
    assert names
    nodes = json.loads(text)["@graph"]
    assert len({node["@id"] for node in nodes}) == len(nodes)
