"""Saying by hand where items are from, in English."""

PROVENANCE = {
    "help.note": "say where items are from, in words of your own",
    "help.argument.items": "numbers of items, such as 3 or 3,5,8-12",
    "help.argument.fields": (
        "what to keep, such as platform=Telegram room_link=https://... "
        "(platform= alone takes it back); the names are those of geoul show --json"
    ),
    "help.option.photo": "the photo of your own that they were made from; only its hash is kept",
    "help.option.link": "add a link to something that you have no file of, as an item of its own",
    "help.option.title": "title of the post",
    "help.option.account": "account of whoever posted it",
    "help.option.room": "name of the room or channel",
    "help.option.room-link": "link to the room or channel",
    "help.option.time": "when it was posted, such as 2024-08-27 21:05",
    "help.option.how": "how you learned of it",
    "help.option.meta": "a table (CSV) that says where many items are from; see docs/intake.md",
    "note.changed": "Items of which something new was kept: {count} of {of}",
    "add.link_new": "The link is an item now.",
    "add.link_known": "The link was an item already.",
    "add.described": "Described from the table: {count}. New links: {links}.",
    # a table
    "table.line": "Line {line}: {what}",
    "table.more": "... and {count} more",
    "table.columns": "Columns there may be: {names}",
    "table.column-unknown": "there is no column of this name: {column}",
    "table.column-twice": "this column is there twice: {column}",
    "table.too-many-cells": "something stands in a column that has no name",
    "table.value-unfit": "this does not fit in the column {column}: {text}",
    "table.no-item-named": (
        "it does not say which item it is about (item_no, sha256, path or original_filename; "
        "or url for a bare link)"
    ),
    "table.item-missing": "the case has no such item ({column}: {text})",
    "table.several-items": "several items are called that; give its number, too ({column}: {text})",
    "table.said-otherwise": "an earlier line says something else in the column {column}: {text}",
}

PROVENANCE_ERRORS = {
    "UnknownFieldError": (
        "Nothing can be kept under this name: {field}. There are: platform, url, post_title, "
        "room_title, room_type, room_id, room_link, sender_display, sender_username, sender_id, "
        "message_id, message_time_unix, forwarded_from, how_obtained, search_keywords, note, "
        "parent_sha256. Write them as platform=Telegram"
    ),
    "ValueUnfitError": (
        "This does not fit in {field}: {text}. A time is written as 2024-08-27 21:05, a photo as "
        "its SHA-256. Nothing was changed."
    ),
    "MadeOtherwiseError": (
        "Item {item} is a picture of a screen, so it was not made from a photo. Nothing was "
        "changed."
    ),
    "TableUnreadableError": (
        "This is no table that can be read: {path}. Save it as CSV (UTF-8) and try again."
    ),
    "ProvenanceTableError": (
        "The table was not used, because {count} lines in it need to be corrected: {path}. Nothing "
        "of it was kept. Correct them and try again."
    ),
    "LinkWithFilesError": (
        "--link is for something that you have no file of. For files, --url says where they are "
        "from."
    ),
}
