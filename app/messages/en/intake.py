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
    "add.system_files": "System files, skipped:  {count}",
    "question.password": "{name} is locked. Give its password: --password-file FILE",
    "question.owner": "Who exported {name}? Give the name: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "Now check: geoul check CASE --me PHOTO --attest self",
    "step.intake": "Content",
    "intake.title": "Reported content",
    "intake.intro": (
        "Add the pictures and videos that you want to have checked, or whole folders of them. "
        "They stay where they are; the program looks for faces in them and shows you none of it."
    ),
    "intake.add": "&Add files or folders",
    "intake.drop": "Or drop them anywhere on this page.",
    "intake.choose": "Choose files and folders to add",
    "intake.origin.show": "Say &where it is from",
    "intake.origin.why": "This helps the police and the support centre later.",
    "intake.origin.hide": "Hide &where it is from",
    "intake.details.platform": "&Platform, for example Telegram",
    "intake.details.url": "Lin&k",
    "intake.details.personal_data": "Name, schoo&l, phone or account published with it",
    "intake.details.note": "&Note",
    "intake.copy": (
        "This is a check copy. It holds numbers only, and nothing can be added to it. To add "
        "something, whoever gave it to you can use the case itself."
    ),
    "intake.busy": "The files before these are still being taken in. Add these afterwards.",
    "intake.remote": (
        "Only files and folders on this computer can be added. A link or a file somewhere else "
        "has to be saved here first."
    ),
    # what was done
    "intake.did.new": "New: {count}",
    "intake.did.known": "Already here: {count}",
    "intake.did.absent": "Named in an export, but not in it: {count}",
    "intake.did.blocked": "Could not be taken in: {count}",
    "intake.did.system_files": "System files, skipped: {count}",
    "intake.did.looked": "Looked at: {count}",
    "intake.did.faces": "Faces found: {count}",
    "intake.did.no_face": "Without a face: {count}",
    "intake.did.unchecked": "Could not be checked: {count}",
    "intake.did.partly": "Looked at in part: {count}",
    "intake.did.again": "Of these once more: {count}",
    "intake.did.kept": "Could not be looked at again: {count}",
    "intake.kept": "Item {item}, of which what was found before stays: {why}",
    "intake.kept_list": "What could not be looked at again, and why",
    "intake.blocked_list": "What could not be taken in, and why",
    "intake.next": "Go on to my &face",
    # what the readers ask
    "intake.ask": "To take in more, please say",
    "intake.ask.locked.one": "{names} is locked with a password.",
    "intake.ask.locked.many": "{count} archives are locked with a password: {names}",
    "intake.ask.locked.why": (
        "It was often posted where the file comes from. Do not go there to look for it. The "
        "password is kept only until the case is closed or locked."
    ),
    "intake.ask.forgotten": (
        "The password that you typed before was forgotten when the case was locked. Please type it "
        "once more."
    ),
    "intake.ask.wrong": "What was typed so far does not open it. You can try another password.",
    "intake.ask.password": "Passwor&d",
    "intake.ask.more": "{names} and {count} more",
    "intake.ask.owner": "Whose phone was {name} saved from?",
    "intake.ask.owner.hint": "the name as it stands in the chat",
    "intake.ask.add": "&Use this and add again",
    "intake.ask.leave": "L&eave it as it is",
    # the list
    "intake.list": "Items of the case",
    "intake.column.number": "No.",
    "intake.column.name": "Name",
    "intake.column.kind": "Kind",
    "intake.column.state": "State",
    "intake.column.why": "Why",
    "intake.kind.image": "picture",
    "intake.kind.video": "video",
    "intake.state.pending": "not looked at yet",
    "intake.state.done": "looked at",
    "intake.state.partly": "looked at in part",
    "intake.state.no-face": "no face",
    "intake.state.unchecked": "could not be checked",
    "intake.show": "Which items are shown",
    "intake.show.all": "All ({count})",
    "intake.show.pending": "Not looked at yet ({count})",
    "intake.show.unchecked": "Could not be checked ({count})",
    "intake.show.partly": "Looked at in part ({count})",
    "intake.show.no-face": "No face ({count})",
    "intake.show.done": "Looked at ({count})",
    "intake.search": "Search by name or number",
    "intake.nothing_fits": "No item fits. Change the search to see more.",
    "intake.waiting": "Not looked at yet: {count}",
    "intake.go_on": "Look at &them now",
    "intake.unchecked": "Could not be checked: {count}",
    "intake.partly": "Looked at in part: {count}",
    "intake.why": "&Show why",
    "intake.again": "T&ry again",
    # said by hand
    "intake.link": "Add &by link, without a file",
    "intake.table": "Read a table of &origins (CSV)",
    "intake.table.choose": "Choose the table (CSV)",
    "intake.table.kept": "Described from the table: {count}. New links: {links}.",
    "intake.describe": "Edit where &it is from",
    "intake.describe.many": "Ed&it where they are from",
    "intake.chosen": "{count} items chosen",
    "intake.chosen.what": "What you say of their origin is kept for all of them.",
    "intake.said.item": "Where item {item} is from",
    "intake.said.items": "Where these {count} items are from",
    "intake.said.link": "A link without a file",
    "intake.said.why": (
        "Write what you know already, and leave the rest empty. Do not open links or enter rooms "
        "to find out more."
    ),
    "intake.said.first": "It was seen in several places; this is said of the first of them.",
    "intake.said.several": "several values; what you type replaces all of them",
    "intake.said.more": "Show &more fields",
    "intake.said.less": "Show fe&wer fields",
    "intake.said.platform": "Platform, for example Telegram",
    "intake.said.url": "Link",
    "intake.said.post_title": "Title of the post",
    "intake.said.room_title": "Room or channel",
    "intake.said.room_type": "Kind of room",
    "intake.said.room_id": "Number of the room",
    "intake.said.room_link": "Link of the room",
    "intake.said.sender_display": "Name of the sender, as it is shown",
    "intake.said.sender_username": "Account of the sender",
    "intake.said.sender_id": "Number of the sender",
    "intake.said.message_id": "Number of the message",
    "intake.said.message_time_unix": "When it was posted, for example 2024-08-27 21:05",
    "intake.said.forwarded_from": "Forwarded from",
    "intake.said.how_obtained": "How you learned of it",
    "intake.said.search_keywords": "Words by which it can be found",
    "intake.said.personal_data": "Name, school, phone or account published with it",
    "intake.said.note": "Note",
    "intake.said.photo": "The photo of your own that it was made from",
    "intake.said.photo.what": "Only its hash is kept. Keep the photo itself: it may be asked for.",
    "intake.said.photo.none": "No photo is named.",
    "intake.said.photo.one": "A photo is named by its SHA-256: {sha256}",
    "intake.said.photo.several": "Not all of them name the same photo.",
    "intake.said.photo.choose": "Choose the &photo",
    "intake.said.photo.choose.prompt": "Choose the photo that it was made from",
    "intake.said.photo.none.button": "Name &no photo",
    "intake.said.keep": "&Keep this",
    "intake.said.leave": "&Cancel",
    "intake.said.unfit": "This does not fit here: {name}",
    "intake.said.kept.one": "It was kept for one item.",
    "intake.said.kept.many": "It was kept for {count} items.",
    "intake.said.kept.none": "Nothing was different, so nothing was changed.",
    "intake.link.new": "The link is in the list now.",
    "intake.link.known": "This link was in the list already.",
    # one item
    "intake.item": "Item {item}",
    "intake.item.why": "{state}: {why}",
    "intake.item.from": "Where it is from",
    "intake.item.also": "It was also here",
    "intake.item.numbers": (
        "A check copy knows nothing more of it. In the case itself it is found by this number."
    ),
    "intake.hashes.show": "Show &hashes",
    "intake.hashes.hide": "Hide &hashes",
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
    "help.option.personal-data": (
        "personal data that was published with it: name, school, phone number, account"
    ),
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
    "field.personal_data": "personal data published with it",
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
        "message_id, message_time_unix, forwarded_from, how_obtained, search_keywords, "
        "personal_data, note, parent_sha256. Write them as platform=Telegram"
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
