"""The fields of a source: what can be known of one place where an item was seen.

This is the one table of them. To add a field, add

1. an attribute to `storage.types.Source`, and its column to `storage/schema.py`;
2. an entry to `TYPED_FIELDS` below;
3. its words in `app/messages/`, and a line of the form in `ui/pages/intake/provenance_form.py`.

What follows by itself: the evidence record and the lists of a bundle (`app.cases.evidence_record`),
what can be typed or read from a table (`app.intake.provenance`), what is asked for before evidence
is handed over (`app.handover.requested_fields`) and the rows of the report
(`app.handover.report.exhibits`).
"""

from dataclasses import dataclass, fields

from storage.types import Source


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field that a person, or the reader of an export, can fill in.

    Attributes:
        name: In a Source, in the evidence record, in tables and on the command line alike.
        report_row: Row of the report that shows it; fields of one row are joined. The words are
            "report.place.ROW".
        answers: Value of the `app.handover.requested_fields.RequestedField` that it answers, or
            empty.
    """

    name: str
    report_row: str
    answers: str = ""


MESSAGE_TIME = "message_time_unix"
"""The one field whose value is a number: seconds since 1970."""

TYPED_FIELDS = (
    TypedField("platform", "platform", answers="platform"),
    TypedField("url", "url", answers="link"),
    TypedField("post_title", "post", answers="place"),
    TypedField("room_title", "room", answers="place"),
    TypedField("room_type", "room"),
    TypedField("room_id", "room"),
    TypedField("room_link", "room_link", answers="link"),
    TypedField("sender_display", "sender", answers="account"),
    TypedField("sender_username", "sender", answers="account"),
    TypedField("sender_id", "sender", answers="account"),
    TypedField("message_id", "message", answers="message"),
    TypedField(MESSAGE_TIME, "sent", answers="time"),
    TypedField("forwarded_from", "forwarded"),
    TypedField("how_obtained", "how", answers="how_obtained"),
    TypedField("search_keywords", "keywords", answers="keywords"),
    TypedField("personal_data", "personal", answers="personal_data"),
    TypedField("note", "note"),
)

_RECORDED_BY_PROGRAM = {
    "original_filename": "filename",
    "path": "path",
    "acquired_at_utc": "acquired_at_utc",
    "acquired_at_local": "acquired_at_local",
    "tz": "tz",
    "acquired_by_role": "role",
}

EVIDENCE_NAMES = {
    **_RECORDED_BY_PROGRAM,
    **{
        field.name: field.name
        for field in fields(Source)
        if field.name not in {*_RECORDED_BY_PROGRAM.values(), "mtime_ns"}
    },
}
"""How police and support centres name each field, and the attribute of a Source that holds it.

The order is that of the evidence record. `mtime_ns` is missing: the record has it as a date."""
