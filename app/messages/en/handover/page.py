"""The page on which evidence is handed over, in English."""

TEXTS = {
    "step.handover": "Hand over",
    "handover.title": "Hand over",
    "handover.what": (
        "One locked file, the bundle, with what you found, for the police or a support centre. You "
        "decide what is in it. Nothing is sent: you give it to them yourself."
    ),
    "handover.reading": "Looking up what you confirmed …",
    "handover.copy": (
        "This is a check copy. It holds no names, links or pictures, so there is nothing to hand "
        "over from here. Whoever gave it to you can do that with the case itself: tell them the "
        "numbers of the items that you confirmed."
    ),
    "handover.nothing": (
        "You have not confirmed anything yet. Only what you confirmed goes into the file, so that "
        "nobody else's pictures are handed on. Look at what came up and say which of it is you."
    ),
    "handover.review": "Look at what came &up",
    "handover.inside": "What will be in it",
    "handover.confirmed.none": "Nothing is confirmed yet.",
    "handover.confirmed.one": "One item that you confirmed: number {items}",
    "handover.confirmed.many": "{count} items that you confirmed: numbers {items}",
    "handover.items.all": "Everything that I &confirmed",
    "handover.items.some": "Only items with these &numbers",
    "handover.items.some.for": (
        "If somebody asked for some items only, or one is about you and shows no face. What is "
        "about other people is for them to decide."
    ),
    "handover.items.numbers": "Numbers of the items",
    "handover.items.hint": "for example 3, 7, 12-15",
    "handover.items.left_out.one": "One that you confirmed is not in it: number {items}",
    "handover.items.left_out.many": "{count} that you confirmed are not in it: numbers {items}",
    "handover.facts": (
        "For each: where and when it was seen, the links and names you gave, and its hashes. "
        "A report in words, a sheet of hashes to sign, and a log of what was done in this case."
    ),
    "handover.unchecked.none": "Every item was looked at as a whole; the report says so.",
    "handover.unchecked.one": (
        "One item was not looked at, or not all of it. The report lists it with the name of its "
        "file and says why, whatever else goes into it."
    ),
    "handover.unchecked.many": (
        "{count} items were not looked at, or not all of them. The report lists them with the "
        "names of their files and says why, whatever else goes into it."
    ),
    "handover.level": "Pictures",
    "level.list": "No picture",
    "level.list.for": (
        "Words, links and hashes only. You may give it to anybody who helps you: the police, a "
        "support centre, a lawyer, a platform."
    ),
    "level.crops": "My face only",
    "level.crops.for": (
        "A small picture of your own face from each item, nothing around it and nobody else, and "
        "the covered pictures of the screen. For the police or a support centre that asks how you "
        "know that it is you."
    ),
    "level.originals": "The files themselves",
    "level.originals.for": (
        "For the police only, and only when they ask for them. Having or handing on such files may "
        "be against the law, also for the person they show. Ask the support centre first."
    ),
    "level.crops.missing": "This case keeps no pictures of faces.",
    "level.originals.missing": "This case keeps no files, which is the safer way.",
    "handover.gaps": "Still missing",
    "handover.gaps.why": (
        "The police ask for these. What you do not know may stay empty. Do not click links or "
        "enter rooms to find out."
    ),
    "handover.gaps.fill.one": "&Fill it in",
    "handover.gaps.fill.many": "&Fill it in for all of them",
    "handover.gaps.none": "Nothing that the police ask for is missing.",
    "asked.link": "the link",
    "asked.platform": "the platform",
    "asked.place": "the title of the post or the name of the room",
    "asked.account": "the name of the account",
    "asked.time": "the time of posting",
    "asked.message": "the number of the message",
    "asked.how_obtained": "a note on how you learned of it",
    "asked.keywords": "a word to search by",
    "asked.personal_data": (
        "a note on personal data published with it (name, school, phone, account)"
    ),
    "asked.missing.one": "For one item, {what} is missing (number {items}).",
    "asked.missing.many": "For {count} items, {what} is missing (numbers {items}).",
    "handover.more": "{items} and {count} more",
    "handover.language": "Language of the report",
    "handover.language.what": (
        "Choose the language of whoever receives it, whatever the language of this window. The "
        "usual one is that of the country where this computer is."
    ),
    "handover.language.ko": "Korean",
    "handover.language.en": "English",
    "handover.language.both": "Korean and English",
    "handover.lock": "Who can open it",
    "handover.lock.passphrase": "Whoever knows the &passphrase",
    "handover.lock.passphrase.for": (
        "Six words are drawn for this file and shown once. It opens with 7-Zip and programs like "
        "it. Tell them the words by another way than the file, for example by telephone."
    ),
    "handover.lock.recipient": "Only whoever gave me a &key",
    "handover.lock.recipient.for": (
        "If the police or the support centre gave you an age key. Nobody else can open the file, "
        "not even you."
    ),
    "handover.lock.key": "Their public age key",
    "handover.lock.hint": "begins with age1",
    "handover.letters": "Made along with it",
    "handover.letters.too": "Write letters, &too",
    "handover.letters.what": (
        "To the platforms, the support centre and the authority that reviews illegal content, in "
        "Korean and English, with the links and hashes of what you confirmed. They are put in a "
        "folder beside the file, not locked. Nothing is sent."
    ),
    "handover.letters.name": "Name in the l&etters, if any",
    "handover.letters.name.hint": "may stay empty",
    "handover.empty": (
        "There is nothing in this case yet. Add what was reported to you, files or links, and come "
        "back."
    ),
    "handover.links.one": "One item is only a link or a message, without a file: number {items}",
    "handover.links.many": (
        "{count} items are only links or messages, without a file: numbers {items}"
    ),
    "handover.captures": "Pictures of the screen",
    "handover.captures.what": (
        "The police want to see where it was: the address, the account, the name of the room. If "
        "you or your counsellor took such a picture of the screen, add it here. Do not open the "
        "link again to take one."
    ),
    "handover.captures.shows": "Number of the &item it shows",
    "handover.captures.hint": "for example 3",
    "handover.captures.covered": "They are covered (&X)",
    "handover.captures.covered.for": (
        "Everything sexual and the faces of others cannot be seen on them. Then they are kept "
        "in the case, and go along wherever your own face may. Otherwise they are kept only "
        "in a case that keeps files, and go along with the files only."
    ),
    "handover.captures.add": "A&dd pictures of the screen",
    "handover.captures.prompt": "Which pictures of the screen are to be added?",
    "handover.captures.blocked": "Not added, because they are no pictures or not there: {names}",
    "handover.captures.not_kept": (
        "This case keeps no files, so only the hashes of these were noted: {names}. Cover what is "
        "sexual and the faces of others, and add them again."
    ),
    "handover.captures.more": "{count} more",
    "handover.capture.alone.screen-capture": "Item {item}, not covered",
    "handover.capture.alone.screen-capture-covered": "Item {item}, covered",
    "handover.capture.of.screen-capture": "Item {item} shows item {shows}, not covered",
    "handover.capture.of.screen-capture-covered": "Item {item} shows item {shows}, covered",
    "handover.small_set.too": "Small files, too (&R)",
    "handover.small_set.what": (
        "For an online report form: report, hash sheet, list and covered pictures of the "
        "screen, in parts below 10 MB, in a folder beside the file. They are not locked, and "
        'the report among them shows your face unless you chose "No picture": delete them '
        "when they are sent."
    ),
    "handover.made.small_set": "For an online report form, not locked: {path}",
    "handover.where": "Where to put it",
    "handover.where.what": "A USB stick that you give away is best.",
    "handover.where.none": "Nowhere chosen yet.",
    "handover.where.chosen": "Chosen: {path}",
    "handover.choose": "Ch&oose a place",
    "handover.choose.prompt": "Where to put the file, and what to call it",
    "handover.file.passphrase": "documents.zip",
    "handover.file.recipient": "documents.age",
    "handover.make": "&Make the file",
    "handover.lacking.numbers": "First say which items, by their numbers.",
    "handover.lacking.recipient": "First enter the key of whoever is to open it.",
    "handover.lacking.target": "First choose a place for it.",
    "handover.progress": "Writing the file and reading it back",
    "handover.progress.so_far": "Getting everything ready",
    "handover.interrupted": (
        "The file was not made: the window was locked first, and nothing of it stays behind. What "
        "you had chosen is still here. If it takes long, choose a longer time under Settings, or "
        "move the mouse now and then."
    ),
    "handover.unopenable": (
        "The window was locked while the passphrase of this file was shown: {path}. The passphrase "
        "is kept nowhere. If you did not write it down, nobody can open the file any more, not "
        "even you: delete it and make it again."
    ),
    "handover.stopping": "Stopping. Nothing of the file stays behind.",
    # what was made
    "handover.made": "The file is made",
    "handover.made.one": "It holds one item. It was read back, and everything is in order: {path}",
    "handover.made.many": (
        "It holds {count} items. It was read back, and everything is in order: {path}"
    ),
    "handover.made.letters": "The letters lie beside it, not locked: {path}",
    "handover.passphrase": "Its passphrase",
    "handover.passphrase.what": (
        "Write these words down now, in this order. They are kept nowhere and cannot be shown "
        "again. Without them nobody can open the file, and it has to be made again."
    ),
    "handover.passphrase.words": (
        "They are the keys for six Korean words. Whoever types these words with the keyboard "
        "set to English types the same:"
    ),
    "handover.written": "I have &written it down",
    "handover.done": "&Go on",
    "handover.next": "What to do now",
    "handover.next.list": (
        "Give the file to whoever helps you. There is no picture in it. Tell them the passphrase "
        "by another way than the file."
    ),
    "handover.next.crops": (
        "Give the file to the police or the support centre. Tell them the passphrase by another "
        "way than the file."
    ),
    "handover.next.originals": (
        "Give the file to the police only, as they asked for it. Tell them the passphrase by "
        "another way than the file. Do not send it to anybody else, and do not put it on the web."
    ),
    "handover.next.key": (
        "Give the file to whoever gave you the key. Nobody else can open it, and there is no "
        "passphrase."
    ),
    "handover.fingerprint": (
        "The bundle is signed. These letters and figures, the fingerprint of its key, show that it "
        "comes from this case:"
    ),
    "handover.fingerprint.why": (
        "Tell them these, too, by another way than the file. They are in the report and on the "
        "hash sheet as well. With them anybody can see that nothing in the bundle was changed."
    ),
    "handover.digest.show": "For a &timestamp",
    "handover.digest.hide": "Less (&T)",
    "handover.digest.what": (
        "This value stands for the whole bundle. If the police or a lawyer wants a timestamp "
        "from an independent office, they have it put on this value (SHA-512); the office "
        "learns nothing of what is inside. The answer (.tsr or .ots) goes beside the bundle."
    ),
    "handover.digest.code": "QR code of the value that stands for the whole bundle",
    "handover.again": "Make another &file",
}
