"""Intake: what is added, where it is from, and the page of the content, in English."""

TEXTS = {
    # add
    "add.new": "New:                    {count}",
    "add.known": "Already known:          {count}",
    "add.looked": "Scanned now:            {count}",
    "add.faces": "Faces found in them:    {count}",
    "add.no_face": "Without a face:         {count}",
    "add.unchecked": "Could not be checked:   {count}",
    "add.blocked": "Could not be added:     {count}",
    "add.partly": "Scanned in part:        {count}",
    "add.absent": "Mentioned, but missing: {count}",
    "add.system_files": "System files, skipped:  {count}",
    "question.password": "{name} is locked. Give its password: --password-file FILE",
    "question.owner": "Who exported {name}? Give the name: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "Now check: geoul check CASE --me PHOTO --attest self",
    "step.intake": "Content",
    "intake.title": "Reported content",
    "intake.intro": (
        "Add the pictures and videos you want to check, or whole folders. They stay where they "
        "are. The program looks for faces in them and shows you nothing."
    ),
    "intake.add": "&Add files or folders",
    "intake.drop": "Or drop them anywhere on this page.",
    "intake.choose": "Choose files and folders to add",
    "intake.origin.show": "Add sour&ce details",
    "intake.origin.why": "This helps the police and the support centre later.",
    "intake.origin.hide": "Hide sour&ce details",
    "intake.details.platform": "&Platform, for example Telegram",
    "intake.details.url": "Lin&k",
    "intake.details.personal_data": "Name, school, phone or account published with it (&G)",
    "intake.details.note": "&Note",
    "intake.copy": (
        "This is a check copy. It holds only numbers, so nothing can be added to it. Whoever gave "
        "it to you can add to the case itself."
    ),
    "intake.busy": "The previous files are still being added. Add these afterwards.",
    "intake.remote": (
        "Only files and folders on this computer can be added. A link or a file somewhere else "
        "has to be saved here first."
    ),
    # what was done
    "intake.did.new": "New: {count}",
    "intake.did.known": "Already here: {count}",
    "intake.did.absent": "Mentioned in an export, but not in it: {count}",
    "intake.did.blocked": "Could not be added: {count}",
    "intake.did.system_files": "System files, skipped: {count}",
    "intake.did.looked": "Scanned: {count}",
    "intake.did.faces": "Faces found: {count}",
    "intake.did.no_face": "Without a face: {count}",
    "intake.did.unchecked": "Could not be checked: {count}",
    "intake.did.partly": "Scanned in part: {count}",
    "intake.did.again": "Of these, scanned again: {count}",
    "intake.did.kept": "Could not be scanned again: {count}",
    "intake.kept": "Item {item} (earlier results kept): {why}",
    "intake.kept_list": "What could not be scanned again, and why",
    "intake.blocked_list": "What could not be added, and why",
    "intake.next": "Continue to my &face",
    # what the readers ask
    "intake.ask": "To add more, please answer",
    "intake.ask.locked.one": "{names} is locked with a password.",
    "intake.ask.locked.many": "{count} archives are locked with a password: {names}",
    "intake.ask.locked.why": (
        "The password is often posted together with the file. Do not go there to look for it. It "
        "is kept only until the case is closed or locked."
    ),
    "intake.ask.forgotten": (
        "The password you typed before was wiped when the case was locked. Please type it again."
    ),
    "intake.ask.wrong": "Nothing you have typed so far opens it. You can try another password.",
    "intake.ask.password": "Passwor&d",
    "intake.ask.more": "{names} and {count} more",
    "intake.ask.owner": "Whose phone was {name} saved from?",
    "intake.ask.owner.hint": "the name as it appears in the chat",
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
    "intake.state.pending": "not scanned yet",
    "intake.state.done": "scanned",
    "intake.state.partly": "scanned in part",
    "intake.state.no-face": "no face",
    "intake.state.unchecked": "could not be checked",
    "intake.show": "Which items are shown",
    "intake.show.all": "All ({count})",
    "intake.show.pending": "Not scanned yet ({count})",
    "intake.show.unchecked": "Could not be checked ({count})",
    "intake.show.partly": "Scanned in part ({count})",
    "intake.show.no-face": "No face ({count})",
    "intake.show.done": "Scanned ({count})",
    "intake.search": "Search by name or number",
    "intake.nothing_fits": "Nothing found. Change the search to see more.",
    "intake.waiting": "Not scanned yet: {count}",
    "intake.go_on": "&Scan now",
    "intake.unchecked": "Could not be checked: {count}",
    "intake.partly": "Scanned in part: {count}",
    "intake.why": "Sho&w why",
    "intake.again": "T&ry again",
    # said by hand
    "intake.link": "Add &by link, without a file",
    "intake.table": "Import s&ources from a table (CSV)",
    "intake.table.choose": "Choose the table (CSV)",
    "intake.table.kept": "Updated from the table: {count}. New links: {links}.",
    "intake.describe": "Ed&it source details",
    "intake.describe.many": "Ed&it source details for all",
    "intake.chosen": "{count} items chosen",
    "intake.chosen.what": "What you enter is saved for all of them.",
    "intake.said.item": "Source of item {item}",
    "intake.said.items": "Source of these {count} items",
    "intake.said.link": "A link without a file",
    "intake.said.why": (
        "Write what you know already, and leave the rest empty. Do not open links or enter rooms "
        "to find out more."
    ),
    "intake.said.first": "It was seen in several places. These details are for the first.",
    "intake.said.only_missing": "Only where nothing is known yet",
    "intake.said.several": "several values; what you type replaces all of them",
    "intake.said.more": "Show &more fields",
    "intake.said.less": "Show fe&wer fields",
    "intake.said.platform": "Platform, for example Telegram",
    "intake.said.url": "Link",
    "intake.said.post_title": "Title of the post",
    "intake.said.room_title": "Room or channel",
    "intake.said.room_type": "Type of room",
    "intake.said.room_id": "Room ID",
    "intake.said.room_link": "Link to the room",
    "intake.said.sender_display": "Sender's display name",
    "intake.said.sender_username": "Sender's account",
    "intake.said.sender_id": "Sender ID",
    "intake.said.message_id": "Message number",
    "intake.said.message_time_unix": "When it was posted, for example 2024-08-27 21:05",
    "intake.said.forwarded_from": "Forwarded from",
    "intake.said.how_obtained": "How you learned of it",
    "intake.said.search_keywords": "Words it can be found by",
    "intake.said.personal_data": "Name, school, phone or account published with it",
    "intake.said.note": "Note",
    "intake.said.photo": "Your photo that it was made from",
    "intake.said.photo.what": (
        "Only its hash is kept. Keep the photo itself: the police may ask for it."
    ),
    "intake.said.photo.none": "No photo chosen.",
    "intake.said.photo.one": "Photo chosen, by its SHA-256: {sha256}",
    "intake.said.photo.several": "They do not all name the same photo.",
    "intake.said.photo.choose": "Choose the &photo",
    "intake.said.photo.choose.prompt": "Choose the photo that it was made from",
    "intake.said.photo.none.button": "&No photo",
    "intake.said.keep": "&Save",
    "intake.said.leave": "&Cancel",
    "intake.said.unfit": "This is not valid here: {name}",
    "intake.said.kept.one": "Saved for one item.",
    "intake.said.kept.many": "Saved for {count} items.",
    "intake.said.kept.none": "Nothing was changed.",
    "intake.link.new": "The link was added to the list.",
    "intake.link.known": "This link is already in the list.",
    # one item
    "intake.item": "Item {item}",
    "intake.item.why": "{state}: {why}",
    "intake.item.from": "Source",
    "intake.item.also": "Also seen here",
    "intake.item.numbers": (
        "A check copy holds nothing more about it. In the case itself it has this number."
    ),
    "intake.hashes.show": "Show &hashes",
    "intake.hashes.hide": "Hide &hashes",
    "help.note": "add source details to items",
    "help.argument.items": "numbers of items, such as 3 or 3,5,8-12",
    "help.argument.fields": (
        "what to save, such as platform=Telegram room_link=https://... (platform= alone removes "
        "it); the names are those of geoul show --json"
    ),
    "help.option.photo": "your photo that they were made from; only its hash is kept",
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
    "help.option.meta": "a table (CSV) with the sources of many items; see docs/intake.md",
    "note.changed": "Items changed: {count} of {of}",
    "add.link_new": "The link was added as an item.",
    "add.link_known": "The link is already an item.",
    "add.described": "Updated from the table: {count}. New links: {links}.",
    # a table
    "table.line": "Line {line}: {what}",
    "table.more": "... and {count} more",
    "table.columns": "Possible columns: {names}",
    "table.column-unknown": "there is no column with this name: {column}",
    "table.column-twice": "this column appears twice: {column}",
    "table.too-many-cells": "there is a value in a column without a name",
    "table.value-unfit": "this is not valid in the column {column}: {text}",
    "table.no-item-named": (
        "it does not say which item it is about (item_no, sha256, path or original_filename; "
        "or url for a bare link)"
    ),
    "table.item-missing": "the case has no such item ({column}: {text})",
    "table.several-items": (
        "several items have that name; give the number as well ({column}: {text})"
    ),
    "table.said-otherwise": "an earlier line has a different value in the column {column}: {text}",
    "field.state": "state",
    "field.reason": "why",
    "field.sha256": "SHA-256",
    "field.sha512": "SHA-512",
    "field.md5": "MD5",
    "field.sha1": "SHA-1",
    "field.pdq": "PDQ",
    "field.pdq_quality": "PDQ quality",
    "field.size": "size (bytes)",
    "field.mime": "type of file",
    "field.width": "width (pixels)",
    "field.height": "height (pixels)",
    "field.duration_ms": "length (ms)",
    "field.original_filename": "name",
    "field.path": "place",
    "field.acquired_at_utc": "added",
    "field.acquired_at_local": "added (local)",
    "field.tz": "time zone",
    "field.acquired_by_role": "added by",
    "field.how_obtained": "how obtained",
    "field.platform": "platform",
    "field.room_title": "room",
    "field.room_type": "type of room",
    "field.room_id": "room ID",
    "field.room_link": "room link",
    "field.message_id": "message number",
    "field.message_time_unix": "posted",
    "field.sender_display": "sender",
    "field.sender_id": "sender ID",
    "field.sender_username": "sender account",
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
        "The link was put together from the IDs of the room and the message; nobody has opened it."
    ),
    "mark.time-assumed": (
        "The time had no time zone; that of Korea or of this computer was assumed."
    ),
    "mark.thumbnail": "This is only the small preview; the file itself is not in the chat export.",
    "mark.claimed": (
        "Address, time and sender are what the file itself says; nobody has checked them."
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
    "operation.made-from-photo": "made from the person's own photo",
    "operation.screen-capture": "screen capture",
    "operation.screen-capture-covered": "screen capture, covered",
}

ERRORS = {
    "UnknownFieldError": (
        "There is no field with this name: {field}. Possible fields: platform, url, post_title, "
        "room_title, room_type, room_id, room_link, sender_display, sender_username, sender_id, "
        "message_id, message_time_unix, forwarded_from, how_obtained, search_keywords, "
        "personal_data, note, parent_sha256. Write them as platform=Telegram"
    ),
    "InvalidValueError": (
        "This is not valid for {field}: {text}. A time is written as 2024-08-27 21:05, a photo as "
        "its SHA-256. Nothing was changed."
    ),
    "NotMadeFromPhotoError": (
        "Item {item} is a screenshot, so it was not made from a photo. Nothing was changed."
    ),
    "TableUnreadableError": (
        "This table cannot be read: {path}. Save it as CSV (UTF-8) and try again."
    ),
    "ProvenanceTableError": (
        "The table was not used, because {count} of its lines need to be corrected: {path}. "
        "Nothing was changed. Correct them and try again."
    ),
    "LinkWithFilesError": (
        "--link is for something that you have no file of. For files, give their address with "
        "--url."
    ),
}
