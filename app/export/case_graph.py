"""The bundle's list in CASE/UCO, the ontology that police tools exchange cases in.

Source: CASE 1.5 / UCO 1.5 (caseontology.org). A node's name ends in a UUID made from the case's id
and what it is about, so that two bundles of one case speak of the same things by the same names.
"""

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from app.export.plan import Record
from storage.bundle.member import Member
from storage.clock import Moment
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


def case_graph(
    info: CaseInfo, records: Sequence[Record], made: Moment, version: str, names: str
) -> Member:
    """data/case.jsonld.

    Args:
        version: Of the program.
        names: What the investigation is called.
    """
    graph = _Graph(info.id)
    tool = {"uco-core:name": "Geoul", "uco-tool:version": version}
    using = graph.add("tool", "", "uco-tool:Tool", tool)
    exhibits = [graph.exhibit(fields) for fields in records]
    action = {
        "uco-core:name": "export",
        "uco-action:startTime": _time(made.utc),
        "uco-action:instrument": using,
        "uco-action:object": [file for file, _ in exhibits],
        "uco-action:result": [provenance for _, provenance in exhibits],
    }
    exported = graph.add("action", made.utc, "case-investigation:InvestigativeAction", action)
    investigation = {"uco-core:name": names, "uco-core:object": [exported]}
    graph.add("investigation", "", "case-investigation:Investigation", investigation)
    content = {"@context": CONTEXT, "@graph": graph.nodes}
    return Member.of("data/case.jsonld", json.dumps(content, ensure_ascii=False, indent=1) + "\n")


class _Graph:
    def __init__(self, case_id: str) -> None:
        self._space = uuid.UUID(case_id)
        self.nodes: list[Mapping[str, object]] = []

    def add(
        self, kind: str, about: object, of_type: str, facts: Mapping[str, object]
    ) -> Mapping[str, object]:
        """Add a node; return a reference to it."""
        node = self.node(kind, about, of_type, facts)
        self.nodes.append(node)
        return {"@id": node["@id"]}

    def node(
        self, kind: str, about: object, of_type: str, facts: Mapping[str, object]
    ) -> Mapping[str, object]:
        """A node with its name; what is not known is left out."""
        known = {name: value for name, value in facts.items() if value not in (None, "", [])}
        name = uuid.uuid5(self._space, f"{kind} {about}")
        return {"@id": f"kb:{kind}-{name}", "@type": of_type, **known}

    def exhibit(self, fields: Record) -> tuple[Mapping[str, object], Mapping[str, object]]:
        """An item: references to its file and to its record of provenance."""
        number = fields["item_no"]
        facets = [self._file(fields), self._content(fields)]
        file = self.add("file", number, "uco-observable:File", {"uco-core:hasFacet": facets})
        where = [self.add(*each) for each in self._places(fields)]
        told = {
            "case-investigation:exhibitNumber": str(number),
            "uco-core:description": fields["note"],
            "uco-core:object": [file, *where],
        }
        provenance = "case-investigation:ProvenanceRecord"
        return file, self.add("provenance-record", number, provenance, told)

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
        """Where it was seen: links, and the message it came with."""
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
