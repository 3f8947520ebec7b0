"""The page on which evidence is handed over, in English."""

TEXTS = {
    "step.hand_over": "Hand over",
    "hand_over.title": "Hand over",
    "hand_over.what": (
        "One locked file, the bundle, with what you found, for the police or a support centre. You "
        "decide what is in it. Nothing is sent: you give it to them yourself."
    ),
    "hand_over.reading": "Looking up what you confirmed …",
    "hand_over.copy": (
        "This is a check copy. It holds no names, links or pictures, so there is nothing to hand "
        "over from here. Whoever gave it to you can do that with the case itself: tell them the "
        "numbers of the items that you confirmed."
    ),
    "hand_over.nothing": (
        "You have not confirmed anything yet. Only what you confirmed goes into the file, so that "
        "nobody else's pictures are handed on. Look at what came up and say which of it is you."
    ),
    "hand_over.review": "Look at what came &up",
    "hand_over.inside": "What will be in it",
    "hand_over.confirmed.none": "Nothing is confirmed yet.",
    "hand_over.confirmed.one": "One item that you confirmed: number {items}",
    "hand_over.confirmed.many": "{count} items that you confirmed: numbers {items}",
    "hand_over.items.all": "Everything that I &confirmed",
    "hand_over.items.some": "Only items with these &numbers",
    "hand_over.items.some.for": (
        "If somebody asked for some items only, or one is about you and shows no face. What is "
        "about other people is for them to decide."
    ),
    "hand_over.items.numbers": "Numbers of the items",
    "hand_over.items.hint": "for example 3, 7, 12-15",
    "hand_over.items.left_out.one": "One that you confirmed is not in it: number {items}",
    "hand_over.items.left_out.many": "{count} that you confirmed are not in it: numbers {items}",
    "hand_over.facts": (
        "For each: where and when it was seen, the links and names you gave, and its hashes. "
        "A report in words, a sheet of hashes to sign, and a log of what was done in this case."
    ),
    "hand_over.unchecked.none": "Every item was looked at as a whole; the report says so.",
    "hand_over.unchecked.one": (
        "One item was not looked at, or not all of it. The report lists it with the name of its "
        "file and says why, whatever else goes into it."
    ),
    "hand_over.unchecked.many": (
        "{count} items were not looked at, or not all of them. The report lists them with the "
        "names of their files and says why, whatever else goes into it."
    ),
    "hand_over.level": "Pictures",
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
    "hand_over.gaps": "Still missing",
    "hand_over.gaps.why": (
        "The police ask for these. What you do not know may stay empty. Do not click links or "
        "enter rooms to find out."
    ),
    "hand_over.gaps.fill.one": "&Fill it in",
    "hand_over.gaps.fill.many": "&Fill it in for all of them",
    "hand_over.gaps.none": "Nothing that the police ask for is missing.",
    "asked.link": "the link",
    "asked.platform": "the platform",
    "asked.place": "the title of the post or the name of the room",
    "asked.account": "the name of the account",
    "asked.time": "the time of posting",
    "asked.message": "the number of the message",
    "asked.how_obtained": "a note on how you learned of it",
    "asked.keywords": "a word to search by",
    "asked.missing.one": "For one item, {what} is missing (number {items}).",
    "asked.missing.many": "For {count} items, {what} is missing (numbers {items}).",
    "hand_over.more": "{items} and {count} more",
    "hand_over.lock": "Who can open it",
    "hand_over.lock.passphrase": "Whoever knows the &passphrase",
    "hand_over.lock.passphrase.for": (
        "Six words are drawn for this file and shown once. It opens with 7-Zip and programs like "
        "it. Tell them the words by another way than the file, for example by telephone."
    ),
    "hand_over.lock.recipient": "Only whoever gave me a &key",
    "hand_over.lock.recipient.for": (
        "If the police or the support centre gave you an age key. Nobody else can open the file, "
        "not even you."
    ),
    "hand_over.lock.key": "Their public age key",
    "hand_over.lock.hint": "begins with age1",
    "hand_over.letters": "Made along with it",
    "hand_over.letters.too": "Write letters, &too",
    "hand_over.letters.what": (
        "To the platforms, the support centre and the authority that reviews illegal content, in "
        "Korean and English, with the links and hashes of what you confirmed. They are put in a "
        "folder beside the file, not locked. Nothing is sent."
    ),
    "hand_over.letters.name": "Name in the l&etters, if any",
    "hand_over.letters.name.hint": "may stay empty",
    "hand_over.empty": (
        "There is nothing in this case yet. Add what was reported to you, files or links, and come "
        "back."
    ),
    "hand_over.links.one": "One item is only a link or a message, without a file: number {items}",
    "hand_over.links.many": (
        "{count} items are only links or messages, without a file: numbers {items}"
    ),
    "hand_over.captures": "Pictures of the screen",
    "hand_over.captures.what": (
        "The police want to see where it was: the address, the account, the name of the room. If "
        "you or your counsellor took such a picture of the screen, add it here. Do not open the "
        "link again to take one."
    ),
    "hand_over.captures.shows": "Number of the &item it shows",
    "hand_over.captures.hint": "for example 3",
    "hand_over.captures.covered": "They are covered (&X)",
    "hand_over.captures.covered.for": (
        "Everything sexual and the faces of others cannot be seen on them. Then they are kept "
        "in the case, and go along wherever your own face may. Otherwise they are kept only "
        "in a case that keeps files, and go along with the files only."
    ),
    "hand_over.captures.add": "A&dd pictures of the screen",
    "hand_over.captures.prompt": "Which pictures of the screen are to be added?",
    "hand_over.captures.blocked": "Not added, because they are no pictures or not there: {names}",
    "hand_over.captures.not_kept": (
        "This case keeps no files, so only the hashes of these were noted: {names}. Cover what is "
        "sexual and the faces of others, and add them again."
    ),
    "hand_over.captures.more": "{count} more",
    "hand_over.capture.alone.screen-capture": "Item {item}, not covered",
    "hand_over.capture.alone.screen-capture-covered": "Item {item}, covered",
    "hand_over.capture.of.screen-capture": "Item {item} shows item {shows}, not covered",
    "hand_over.capture.of.screen-capture-covered": "Item {item} shows item {shows}, covered",
    "hand_over.small_set.too": "Small files, too (&R)",
    "hand_over.small_set.what": (
        "For an online report form: report, hash sheet, list and covered pictures of the "
        "screen, in parts below 10 MB, in a folder beside the file. They are not locked, and "
        'the report among them shows your face unless you chose "No picture": delete them '
        "when they are sent."
    ),
    "hand_over.made.small_set": "For an online report form, not locked: {path}",
    "hand_over.where": "Where to put it",
    "hand_over.where.what": "A USB stick that you give away is best.",
    "hand_over.where.none": "Nowhere chosen yet.",
    "hand_over.where.chosen": "Chosen: {path}",
    "hand_over.choose": "Ch&oose a place",
    "hand_over.choose.prompt": "Where to put the file, and what to call it",
    "hand_over.file.passphrase": "documents.zip",
    "hand_over.file.recipient": "documents.age",
    "hand_over.make": "&Make the file",
    "hand_over.lacking.numbers": "First say which items, by their numbers.",
    "hand_over.lacking.recipient": "First enter the key of whoever is to open it.",
    "hand_over.lacking.target": "First choose a place for it.",
    "hand_over.progress": "Writing the file and reading it back",
    "hand_over.progress.so_far": "Getting everything ready",
    "hand_over.interrupted": (
        "The file was not made: the window was locked first, and nothing of it stays behind. What "
        "you had chosen is still here. If it takes long, choose a longer time under Settings, or "
        "move the mouse now and then."
    ),
    "hand_over.unopenable": (
        "The window was locked while the passphrase of this file was shown: {path}. The passphrase "
        "is kept nowhere. If you did not write it down, nobody can open the file any more, not "
        "even you: delete it and make it again."
    ),
    "hand_over.stopping": "Stopping. Nothing of the file stays behind.",
    # what was made
    "hand_over.made": "The file is made",
    "hand_over.made.one": "It holds one item. It was read back, and everything is in order: {path}",
    "hand_over.made.many": (
        "It holds {count} items. It was read back, and everything is in order: {path}"
    ),
    "hand_over.made.letters": "The letters lie beside it, not locked: {path}",
    "hand_over.passphrase": "Its passphrase",
    "hand_over.passphrase.what": (
        "Write these words down now, in this order. They are kept nowhere and cannot be shown "
        "again. Without them nobody can open the file, and it has to be made again."
    ),
    "hand_over.passphrase.words": (
        "They are the keys for six Korean words. Whoever types these words with the keyboard "
        "set to English types the same:"
    ),
    "hand_over.written": "I have &written it down",
    "hand_over.done": "&Go on",
    "hand_over.next": "What to do now",
    "hand_over.next.list": (
        "Give the file to whoever helps you. There is no picture in it. Tell them the passphrase "
        "by another way than the file."
    ),
    "hand_over.next.crops": (
        "Give the file to the police or the support centre. Tell them the passphrase by another "
        "way than the file."
    ),
    "hand_over.next.originals": (
        "Give the file to the police only, as they asked for it. Tell them the passphrase by "
        "another way than the file. Do not send it to anybody else, and do not put it on the web."
    ),
    "hand_over.next.key": (
        "Give the file to whoever gave you the key. Nobody else can open it, and there is no "
        "passphrase."
    ),
    "hand_over.fingerprint": (
        "The bundle is signed. These letters and figures, the fingerprint of its key, show that it "
        "comes from this case:"
    ),
    "hand_over.fingerprint.why": (
        "Tell them these, too, by another way than the file. They are in the report and on the "
        "hash sheet as well. With them anybody can see that nothing in the bundle was changed."
    ),
    "hand_over.digest.show": "For a &timestamp",
    "hand_over.digest.hide": "Less (&T)",
    "hand_over.digest.what": (
        "This value stands for the whole bundle. If the police or a lawyer wants a timestamp "
        "from an independent office, they have it put on this value (SHA-512); the office "
        "learns nothing of what is inside. The answer (.tsr or .ots) goes beside the bundle."
    ),
    "hand_over.digest.code": "QR code of the value that stands for the whole bundle",
    "hand_over.again": "Make another &file",
}
