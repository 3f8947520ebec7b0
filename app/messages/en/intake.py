"""Intake: what is added, where it is from, and the page of the content, in English."""

TEXTS = {
    # add
    "add.new": "New:                    {count}",
    "add.known": "Already known:          {count}",
    "add.looked": "Looked at now:          {count}",
    "add.faces": "Faces found in them:    {count}",
    "add.no_face": "Without a face:         {count}",
    "add.unchecked": "Could not be checked:   {count}",
    "add.blocked": "Could not be taken in:  {count}",
    "add.partly": "Looked at in part:      {count}",
    "add.absent": "Told of, but not there: {count}",
    "add.of_the_system": "System files, skipped:  {count}",
    "question.password": "{name} is locked. Give its password: --password-file FILE",
    "question.owner": "Who exported {name}? Give the name: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "Now check: geoul check CASE --me PHOTO --attest self",
    "step.content": "Content",
    "content.title": "Reported content",
    "content.intro": (
        "Add the pictures and videos that you want to have checked, or whole folders of them. "
        "They stay where they are; the program looks for faces in them and shows you none of it."
    ),
    "content.add": "&Add files or folders",
    "content.drop": "Or drop them anywhere on this page.",
    "content.choose": "Choose files and folders to add",
    "content.origin.show": "Say &where it is from",
    "content.origin.why": "This helps the police and the support centre later.",
    "content.origin.hide": "Hide &where it is from",
    "content.told.platform": "&Platform, for example Telegram",
    "content.told.url": "Lin&k",
    "content.told.note": "&Note",
    "content.copy": (
        "This is a check copy. It holds numbers only, and nothing can be added to it. To add "
        "something, whoever gave it to you can use the case itself."
    ),
    "content.busy": "The files before these are still being taken in. Add these afterwards.",
    "content.remote": (
        "Only files and folders on this computer can be added. A link or a file somewhere else "
        "has to be saved here first."
    ),
    # what was done
    "content.did.new": "New: {count}",
    "content.did.known": "Already here: {count}",
    "content.did.absent": "Named in an export, but not in it: {count}",
    "content.did.blocked": "Could not be taken in: {count}",
    "content.did.of_the_system": "System files, skipped: {count}",
    "content.did.looked": "Looked at: {count}",
    "content.did.faces": "Faces found: {count}",
    "content.did.no_face": "Without a face: {count}",
    "content.did.unchecked": "Could not be checked: {count}",
    "content.did.partly": "Looked at in part: {count}",
    "content.did.again": "Of these once more: {count}",
    "content.did.kept": "Could not be looked at again: {count}",
    "content.kept": "Item {item}, of which what was found before stays: {why}",
    "content.kept_list": "What could not be looked at again, and why",
    "content.blocked_list": "What could not be taken in, and why",
    "content.next": "Go on to my &face",
    # what the readers ask
    "content.ask": "To take in more, please say",
    "content.ask.locked.one": "{names} is locked with a password.",
    "content.ask.locked.many": "{count} archives are locked with a password: {names}",
    "content.ask.locked.why": (
        "It was often posted where the file comes from. Do not go there to look for it. The "
        "password is kept only until the case is closed or locked."
    ),
    "content.ask.forgotten": (
        "The password that you typed before was forgotten when the case was locked. Please type it "
        "once more."
    ),
    "content.ask.wrong": "What was typed so far does not open it. You can try another password.",
    "content.ask.password": "Passwor&d",
    "content.ask.more": "{names} and {count} more",
    "content.ask.owner": "Whose phone was {name} saved from?",
    "content.ask.owner.hint": "the name as it stands in the chat",
    "content.ask.add": "&Use this and add again",
    "content.ask.leave": "L&eave it as it is",
    # the list
    "content.list": "Items of the case",
    "content.column.number": "No.",
    "content.column.name": "Name",
    "content.column.kind": "Kind",
    "content.column.state": "State",
    "content.column.why": "Why",
    "content.kind.image": "picture",
    "content.kind.video": "video",
    "content.state.pending": "not looked at yet",
    "content.state.done": "looked at",
    "content.state.partly": "looked at in part",
    "content.state.no-face": "no face",
    "content.state.unchecked": "could not be checked",
    "content.show": "Which items are shown",
    "content.show.all": "All ({count})",
    "content.show.pending": "Not looked at yet ({count})",
    "content.show.unchecked": "Could not be checked ({count})",
    "content.show.partly": "Looked at in part ({count})",
    "content.show.no-face": "No face ({count})",
    "content.show.done": "Looked at ({count})",
    "content.search": "Search by name or number",
    "content.nothing_fits": "No item fits. Change the search to see more.",
    "content.waiting": "Not looked at yet: {count}",
    "content.go_on": "Look at &them now",
    "content.unchecked": "Could not be checked: {count}",
    "content.partly": "Looked at in part: {count}",
    "content.why": "&Show why",
    "content.again": "T&ry again",
    # said by hand
    "content.link": "Add &by link, without a file",
    "content.table": "Read a table of &origins (CSV)",
    "content.table.choose": "Choose the table (CSV)",
    "content.table.kept": "Described from the table: {count}. New links: {links}.",
    "content.describe": "Edit where &it is from",
    "content.describe.many": "Ed&it where they are from",
    "content.chosen": "{count} items chosen",
    "content.chosen.what": "What you say of their origin is kept for all of them.",
    "content.said.item": "Where item {item} is from",
    "content.said.items": "Where these {count} items are from",
    "content.said.link": "A link without a file",
    "content.said.why": (
        "Write what you know already, and leave the rest empty. Do not open links or enter rooms "
        "to find out more."
    ),
    "content.said.first": "It was seen in several places; this is said of the first of them.",
    "content.said.several": "several values; what you type replaces all of them",
    "content.said.more": "Show &more fields",
    "content.said.less": "Show fe&wer fields",
    "content.said.platform": "Platform, for example Telegram",
    "content.said.url": "Link",
    "content.said.post_title": "Title of the post",
    "content.said.room_title": "Room or channel",
    "content.said.room_type": "Kind of room",
    "content.said.room_id": "Number of the room",
    "content.said.room_link": "Link of the room",
    "content.said.sender_display": "Name of the sender, as it is shown",
    "content.said.sender_username": "Account of the sender",
    "content.said.sender_id": "Number of the sender",
    "content.said.message_id": "Number of the message",
    "content.said.message_time_unix": "When it was posted, for example 2024-08-27 21:05",
    "content.said.forwarded_from": "Forwarded from",
    "content.said.how_obtained": "How you learned of it",
    "content.said.search_keywords": "Words by which it can be found",
    "content.said.note": "Note",
    "content.said.photo": "The photo of your own that it was made from",
    "content.said.photo.what": "Only its hash is kept. Keep the photo itself: it may be asked for.",
    "content.said.photo.none": "No photo is named.",
    "content.said.photo.one": "A photo is named by its SHA-256: {sha256}",
    "content.said.photo.several": "Not all of them name the same photo.",
    "content.said.photo.choose": "Choose the &photo",
    "content.said.photo.choose.prompt": "Choose the photo that it was made from",
    "content.said.photo.none.button": "Name &no photo",
    "content.said.keep": "&Keep this",
    "content.said.leave": "&Cancel",
    "content.said.unfit": "This does not fit here: {name}",
    "content.said.kept.one": "It was kept for one item.",
    "content.said.kept.many": "It was kept for {count} items.",
    "content.said.kept.none": "Nothing was different, so nothing was changed.",
    "content.link.new": "The link is in the list now.",
    "content.link.known": "This link was in the list already.",
    # one item
    "content.item": "Item {item}",
    "content.item.why": "{state}: {why}",
    "content.item.from": "Where it is from",
    "content.item.also": "It was also here",
    "content.item.numbers": (
        "A check copy knows nothing more of it. In the case itself it is found by this number."
    ),
    "content.hashes.show": "Show &hashes",
    "content.hashes.hide": "Hide &hashes",
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
    "field.state": "state",
    "field.reason": "why",
    "field.sha256": "SHA-256",
    "field.sha512": "SHA-512",
    "field.md5": "MD5",
    "field.sha1": "SHA-1",
    "field.pdq": "PDQ",
    "field.pdq_quality": "PDQ quality",
    "field.size": "size (bytes)",
    "field.mime": "kind of file",
    "field.width": "width (pixels)",
    "field.height": "height (pixels)",
    "field.duration_ms": "length (ms)",
    "field.original_filename": "name",
    "field.path": "place",
    "field.acquired_at_utc": "taken in",
    "field.acquired_at_local": "taken in (local)",
    "field.tz": "time zone",
    "field.acquired_by_role": "taken in by",
    "field.how_obtained": "how obtained",
    "field.platform": "platform",
    "field.room_title": "room",
    "field.room_type": "kind of room",
    "field.room_id": "room number",
    "field.room_link": "room link",
    "field.message_id": "message number",
    "field.message_time_unix": "posted",
    "field.sender_display": "sender",
    "field.sender_id": "sender number",
    "field.sender_username": "sender name",
    "field.forwarded_from": "forwarded from",
    "field.url": "link",
    "field.post_title": "title",
    "field.search_keywords": "keywords",
    "field.note": "note",
    "field.fs_mtime": "file changed",
    "field.is_derivative": "made from another",
    "field.parent_sha256": "made from (SHA-256)",
    "field.operation": "how it was made",
    "field.original_kept": "original kept",
    "field.pack": "model pack",
    "field.pipeline": "version of the pack",
    # beside what else is told: app.intake.note_flags
    "mark.link-reconstructed": (
        "The link was put together from the ids of the room and the message; nobody has opened it."
    ),
    "mark.time-assumed": (
        "The time was written without a time zone; that of Korea or of this computer was assumed."
    ),
    "mark.thumbnail": (
        "This is only the small preview; the file itself is not in the export of the chat."
    ),
    "mark.claimed": (
        "Address, time and sender are as the file itself says; nobody has checked them."
    ),
    # platforms
    "platform.telegram": "Telegram",
    "platform.discord": "Discord",
    "platform.kakaotalk": "KakaoTalk",
    "platform.whatsapp": "WhatsApp",
    "platform.email": "e-mail",
    "platform.web": "web page",
    # rooms of Telegram, then of Discord
    "room_type.saved_messages": "saved messages",
    "room_type.personal_chat": "chat of two",
    "room_type.bot_chat": "chat with a bot",
    "room_type.private_group": "private group",
    "room_type.private_supergroup": "private group (supergroup)",
    "room_type.public_supergroup": "public group (supergroup)",
    "room_type.private_channel": "private channel",
    "room_type.public_channel": "public channel",
    "room_type.DirectTextChat": "chat of two",
    "room_type.DirectGroupTextChat": "private group",
    "room_type.GuildTextChat": "channel of a server",
    # how an item was made
    "operation.made-from-photo": "made from an own photo",
    "operation.screen-capture": "screen capture",
    "operation.screen-capture-covered": "screen capture, covered",
}

ERRORS = {
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
