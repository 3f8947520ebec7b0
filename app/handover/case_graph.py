"""The list of a bundle in CASE/UCO, the ontology in which police tools exchange cases.

Source: CASE 1.5 / UCO 1.5 (caseontology.org). The name of a node ends in a UUID that is derived
from the case's id and its subject, so that two bundles of one case name the same things alike.
"""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.handover.item_records import Record
from app.handover.json_text import JsonList, json_text
from storage.bundle.member import Member
from storage.clock import Moment
from storage.custody import CustodyEntry
from storage.types import CaseInfo

_UCO = "https://ontology.unifiedcyberontology.org/uco"
CONTEXT = {
    "kb": "urn:geoul:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": f"{_UCO}/action/",
    "uco-core": f"{_UCO}/core/",
    "uco-observable": f"{_UCO}/observable/",
    "uco-tool": f"{_UCO}/tool/",
    "uco-types": f"{_UCO}/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
HASHES = {"md5": "MD5", "sha1": "SHA1", "sha256": "SHA256", "sha512": "SHA512"}


@dataclass(frozen=True, slots=True)
class GraphFacts:
    """What the graph is made from, apart from the items.

    Attributes:
        entries: Entries of the custody log, up to the export.
        version: Version of the program.
        name: Name of the investigation.
    """

    info: CaseInfo
    entries: Iterable[CustodyEntry]
    made: Moment
    version: str
    name: str


def case_graph(records: Sequence[Record], facts: GraphFacts) -> Member:
    """Return data/case.jsonld, the graph of the items and the custody log."""
    graph = _Graph(facts.info.id)
    tool = {"uco-core:name": "Geoul", "uco-tool:version": facts.version}
    using = graph.add("tool", "", "uco-tool:Tool", tool)
    exhibits = [graph.exhibit(fields) for fields in records]
    graph.relate(records)
    log = list(graph.log(facts.entries, using))
    action = {
        "uco-core:name": "export",
        "uco-action:startTime": _time(facts.made.utc),
        "uco-action:instrument": using,
        "uco-action:object": [file for file, _ in exhibits],
        "uco-action:result": [provenance for _, provenance in exhibits],
    }
    exported = graph.add("action", facts.made.utc, "case-investigation:InvestigativeAction", action)
    investigation = {"uco-core:name": facts.name, "uco-core:object": [*log, exported]}
    graph.add("investigation", "", "case-investigation:Investigation", investigation)
    text = json_text({"@context": CONTEXT}, {"@graph": graph.nodes})
    return Member.of("data/case.jsonld", text)


class _Graph:
    def __init__(self, case_id: str) -> None:
        self._space = uuid.UUID(case_id)
        self.nodes = JsonList()

    def add(
        self, kind: str, about: object, of_type: str, facts: Mapping[str, object]
    ) -> Mapping[str, object]:
        """Add a node to the graph and return a reference to it."""
        node = self.node(kind, about, of_type, facts)
        self.nodes.append(node)
        return {"@id": node["@id"]}

    def node(
        self, kind: str, about: object, of_type: str, facts: Mapping[str, object]
    ) -> Mapping[str, object]:
        """Return a node with its name, without the facts that are not known."""
        known = {name: value for name, value in facts.items() if value not in (None, "", [])}
        return {**self.reference(kind, about), "@type": of_type, **known}

    def exhibit(self, fields: Record) -> tuple[Mapping[str, object], Mapping[str, object]]:
        """Add an item; return references to its file and to its provenance record."""
        number = fields["item_no"]
        facets = [self._file(fields), self._content(fields)]
        file = self.add("file", number, "uco-observable:File", {"uco-core:hasFacet": facets})
        where = [self.add(*each) for each in self._places(fields)]
        told = {
            "case-investigation:exhibitNumber": str(number),
            "uco-core:description": fields["note"],
            "uco-core:object": [file, *where],
        }
        self._annotate(fields, file)
        provenance = "case-investigation:ProvenanceRecord"
        return file, self.add("provenance-record", number, provenance, told)

    def relate(self, records: Sequence[Record]) -> None:
        """Add that crops of faces, and screen captures, are derived from their items."""
        items = {fields["item_no"]: self.reference("file", fields["item_no"]) for fields in records}
        for fields in records:
            own = items[fields["item_no"]]
            for crop in _texts(fields.get("crops")):
                facts = {"uco-observable:filePath": crop}
                facet = self.node("file-facet", crop, "uco-observable:FileFacet", facts)
                file = {"uco-core:hasFacet": [facet]}
                self._derive(self.add("crop", crop, "uco-observable:File", file), own)
            if fields["capture_of"] in items:
                self._derive(own, items[fields["capture_of"]])

    def log(
        self, entries: Iterable[CustodyEntry], using: Mapping[str, object]
    ) -> Iterator[Mapping[str, object]]:
        """Add the entries of the custody log, each informed by the one before; yield references."""
        before: list[Mapping[str, object]] = []
        for entry in entries:
            facts = {
                "uco-core:name": entry.action,
                "uco-core:description": json.dumps(
                    {"role": entry.role, "details": entry.details, "sha256": entry.sha256},
                    ensure_ascii=False,
                ),
                "uco-action:startTime": _time(entry.at_utc),
                "uco-action:instrument": using,
                "case-investigation:wasInformedBy": before,
            }
            action = "case-investigation:InvestigativeAction"
            before = [self.add("custody", entry.seq, action, facts)]
            yield before[0]

    def reference(self, kind: str, about: object) -> Mapping[str, object]:
        """Return a reference to a node, whether it has been added or not."""
        return {"@id": f"kb:{kind}-{uuid.uuid5(self._space, f'{kind} {about}')}"}

    def _annotate(self, fields: Record, file: Mapping[str, object]) -> None:
        """Add what was published with an item about the person, where that is known."""
        if said := fields["personal_data"]:
            facts = {
                "uco-core:tag": "personal data published with it",
                "uco-core:statement": said,
                "uco-core:object": file,
            }
            self.add("personal-data", fields["item_no"], "uco-core:Annotation", facts)

    def _derive(self, derived: Mapping[str, object], origin: Mapping[str, object]) -> None:
        facts = {
            "uco-core:source": derived,
            "uco-core:target": origin,
            "uco-core:kindOfRelationship": "Derived_From",
            "uco-core:isDirectional": True,
        }
        about = f"{derived['@id']} {origin['@id']}"
        self.add("relationship", about, "uco-observable:ObservableRelationship", facts)

    def _file(self, fields: Record) -> Mapping[str, object]:
        facts = {
            "uco-observable:fileName": fields["original_filename"],
            "uco-observable:sizeInBytes": _integer(fields["size"]),
            "uco-observable:modifiedTime": _time(fields["fs_mtime"]),
        }
        return self.node("file-facet", fields["item_no"], "uco-observable:FileFacet", facts)

    def _content(self, fields: Record) -> Mapping[str, object]:
        number = fields["item_no"]
        hashes = [
            self.node(
                "hash",
                f"{number} {method}",
                "uco-types:Hash",
                {
                    "uco-types:hashMethod": method,
                    "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": fields[name]},
                },
            )
            for name, method in HASHES.items()
            if fields[name]
        ]
        facts = {
            "uco-observable:mimeType": fields["mime"],
            "uco-observable:sizeInBytes": _integer(fields["size"]),
            "uco-observable:hash": hashes,
        }
        return self.node("content-facet", number, "uco-observable:ContentDataFacet", facts)

    def _places(self, fields: Record) -> Iterator[tuple[str, object, str, Mapping[str, object]]]:
        """Yield the nodes of where an item was seen: its links and its message."""
        number = fields["item_no"]
        for name in ("url", "room_link"):
            if fields[name]:
                about = f"{number} {name}"
                full = {"uco-observable:fullValue": fields[name]}
                facet = self.node("url-facet", about, "uco-observable:URLFacet", full)
                yield "url", about, "uco-observable:URL", {"uco-core:hasFacet": [facet]}
        sent = _unix_time(fields["message_time_unix"])
        if fields["message_id"] or sent:
            facts = {
                "uco-observable:messageID": fields["message_id"],
                "uco-observable:sentTime": sent,
            }
            facet = self.node("message-facet", number, "uco-observable:MessageFacet", facts)
            yield "message", number, "uco-observable:Message", {"uco-core:hasFacet": [facet]}


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _integer(value: object) -> object:
    return None if value is None else {"@type": "xsd:integer", "@value": str(value)}


def _time(value: object) -> object:
    return None if value is None else {"@type": "xsd:dateTime", "@value": value}


def _unix_time(value: object) -> object:
    try:
        return (
            _time(datetime.fromtimestamp(value, UTC).isoformat())
            if isinstance(value, int)
            else None
        )
    except (ValueError, OverflowError, OSError):
        return None
