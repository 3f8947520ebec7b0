"""The page on which evidence is handed over, in English."""

TEXTS = {
    "step.handover": "Hand over",
    "handover.person": "About whom",
    "handover.person.why": (
        "The case was checked for several people. A bundle holds the checks, decisions and faces "
        "of one of them."
    ),
    "handover.title": "Hand over",
    "handover.what": (
        "One locked file, the bundle, with what you found, for the police or a support centre. You "
        "decide what is in it. Nothing is sent: you hand it over yourself."
    ),
    "handover.reading": "Looking up what you confirmed …",
    "handover.copy": (
        "This is a check copy. It holds no names, links or pictures, so there is nothing to hand "
        "over from here. Whoever gave it to you can do that with the case itself: tell them the "
        "numbers of the items you confirmed."
    ),
    "handover.nothing": (
        "You have not confirmed anything yet. Only what you confirmed goes into the file, so that "
        "nobody else's pictures are handed on. Go through what came up and decide which of it is "
        "you."
    ),
    "handover.review": "See what came &up",
    "handover.inside": "What will be in it",
    "handover.confirmed.none": "Nothing is confirmed yet.",
    "handover.confirmed.one": "One item that you confirmed: number {items}",
    "handover.confirmed.many": "{count} items that you confirmed: numbers {items}",
    "handover.items.all": "Everything that I &confirmed",
    "handover.items.some": "Only items with these &numbers",
    "handover.items.some.for": (
        "If somebody asked for some items only, or one is about you but shows no face. What is "
        "about other people is for them to decide."
    ),
    "handover.items.numbers": "Numbers of the items",
    "handover.items.hint": "for example 3, 7, 12-15",
    "handover.items.left_out.one": "One that you confirmed is not in it: number {items}",
    "handover.items.left_out.many": "{count} that you confirmed are not in it: numbers {items}",
    "handover.facts": (
        "For each: where and when it was seen, the links and names you added, and its hashes. With "
        "a report, a hash sheet to sign, and a log of what was done in this case."
    ),
    "handover.unchecked.none": "Every item was scanned completely; the report says so.",
    "handover.unchecked.one": (
        "One item was not scanned, or not completely. The report lists it with its file name and "
        "says why, whatever else goes into it."
    ),
    "handover.unchecked.many": (
        "{count} items were not scanned, or not completely. The report lists them with their file "
        "names and says why, whatever else goes into it."
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
        "the redacted screenshots. For the police or a support centre that asks how you know that "
        "it is you."
    ),
    "level.originals": "The files themselves",
    "level.originals.for": (
        "For the police only, and only when they ask for them. Having or passing on such files may "
        "be against the law, even for the person they show. Ask the support centre first."
    ),
    "level.crops.missing": "This case keeps no pictures of faces.",
    "level.originals.missing": "This case keeps no files, which is the safer way.",
    "handover.gaps": "Still missing",
    "handover.gaps.why": (
        "The police ask for these. You can leave empty what you do not know. Do not click links or "
        "enter rooms to find out."
    ),
    "handover.gaps.fill.one": "&Fill it in",
    "handover.gaps.fill.many": "&Fill it in for all",
    "handover.gaps.none": "Nothing that the police ask for is missing.",
    "asked.link": "the link",
    "asked.platform": "the platform",
    "asked.place": "the title of the post or the name of the room",
    "asked.account": "the name of the account",
    "asked.time": "the time of posting",
    "asked.message": "the message number",
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
        "Seven random words are chosen for this file and shown once. It opens with 7-Zip and "
        "similar programs. Tell them the words in a different way than you send the file, for "
        "example by telephone."
    ),
    "handover.lock.recipient": "Whoever sent me a public &key",
    "handover.lock.recipient.for": (
        "If the police or the support centre sent you their public age key. Nobody else can open "
        "the file, not even you."
    ),
    "handover.lock.key": "Their public age key",
    "handover.lock.hint": "begins with age1",
    "handover.letters": "Also create",
    "handover.letters.too": "Also create &takedown letters",
    "handover.letters.what": (
        "To the platforms, the support centre and the authority that reviews illegal content, in "
        "Korean and English, with the links and hashes of what you confirmed. They are saved in a "
        "folder beside the file, not locked. Nothing is sent."
    ),
    "handover.letters.name": "Name in the l&etters, if any",
    "handover.letters.name.hint": "can stay empty",
    "handover.empty": (
        "There is nothing in this case yet. Add the files or links that were reported to you, then "
        "come back."
    ),
    "handover.links.one": "One item is only a link or a message, without a file: number {items}",
    "handover.links.many": (
        "{count} items are only links or messages, without a file: numbers {items}"
    ),
    "handover.captures": "Screenshots",
    "handover.captures.what": (
        "The police want to see where it was: the address, the account, the name of the room. If "
        "you or your counsellor took such a screenshot, add it here. Do not open the link again to "
        "take one."
    ),
    "handover.captures.shows": "Number of the &item it shows",
    "handover.captures.hint": "for example 3",
    "handover.captures.covered": "Redacted (&X)",
    "handover.captures.covered.for": (
        "Everything sexual and other people's faces are covered. Then they are kept in the case, "
        "and handed over whenever your own face may be. Otherwise they are kept only in a case "
        "that keeps files, and handed over only with the files."
    ),
    "handover.captures.add": "A&dd screenshots",
    "handover.captures.prompt": "Choose the screenshots to add",
    "handover.captures.blocked": "Not added, because they are not pictures or not there: {names}",
    "handover.captures.not_kept": (
        "This case keeps no files, so only the hashes of these were saved: {names}. Cover what is "
        "sexual and other people's faces, and add them again."
    ),
    "handover.captures.more": "{count} more",
    "handover.capture.alone.screen-capture": "Item {item}, not redacted",
    "handover.capture.alone.screen-capture-covered": "Item {item}, redacted",
    "handover.capture.of.screen-capture": "Item {item} shows item {shows}, not redacted",
    "handover.capture.of.screen-capture-covered": "Item {item} shows item {shows}, redacted",
    "handover.small_set.too": "Also create online &report files",
    "handover.small_set.what": (
        "For an online report form: report, hash sheet, list and redacted screenshots, in parts "
        "below 10 MB, in a folder beside the file. They are not locked, and the report shows your "
        'face unless you chose "No picture": delete them once they are sent.'
    ),
    "handover.made.small_set": "For an online report form, not locked: {path}",
    "handover.where": "Location",
    "handover.where.what": "A USB stick that you give away is best.",
    "handover.where.none": "No location chosen.",
    "handover.where.chosen": "Chosen: {path}",
    "handover.choose": "Ch&oose a location",
    "handover.choose.prompt": "Choose a location and a name for the file",
    "handover.file.passphrase": "documents.zip",
    "handover.file.recipient": "documents.age",
    "handover.make": "Create the file (&M)",
    "handover.lacking.numbers": "First enter the numbers of the items.",
    "handover.lacking.recipient": "First enter the key of whoever is to open it.",
    "handover.lacking.target": "First choose a location.",
    "handover.progress": "Writing the file and reading it back",
    "handover.progress.so_far": "Preparing",
    "handover.interrupted": (
        "The file was not created: the window was locked first, and nothing of it is left. Your "
        "choices are still here. If it takes long, choose a longer time under Settings, or move "
        "the mouse now and then."
    ),
    "handover.left": (
        "You began this file on {date}. Nobody has said yet that its passphrase is written down, "
        "so here it is again."
    ),
    "handover.left.unfinished": (
        "The program ended while this file was being made: {path}. If the file is there, these "
        "words open it. If it is not, go on and make it again."
    ),
    "handover.stopping": "Stopping. Nothing of the file is left.",
    # checking a bundle
    "handover.check.show": "Check a bundle that was made",
    "handover.check.hide": "Do not check a bundle",
    "handover.check.for": (
        "Is a bundle still as it was made, and is it signed with the key of this case? Choose the "
        "file, or bagit.txt in the folder that it was unpacked to. Nothing is unpacked or written."
    ),
    "handover.check.choose": "Choose the bundle",
    "handover.check.prompt": "Which bundle is to be checked?",
    "handover.check.chosen": "Chosen: {path}",
    "handover.check.secret": "Passphrase of the bundle, or its age identity",
    "handover.check.of_case": "It was made from this case",
    "handover.check.fingerprint": "Fingerprint that you were told or have on paper, if any",
    "handover.check.start": "Check it",
    "handover.check.progress": "Reading the bundle",
    "handover.check.progress.so_far": "Reading the bundle",
    "verify.answer.good": "It is whole, and signed with the key that was to be expected.",
    "verify.answer.key-not-compared": (
        "It is whole, but signed with a key that was compared with nothing. That is no proof of "
        "who made it."
    ),
    "verify.answer.bad": "It is not in order.",
    # what was made
    "handover.made": "File created",
    "handover.made.one": "It holds one item. It was read back, and everything is in order: {path}",
    "handover.made.many": (
        "It holds {count} items. It was read back, and everything is in order: {path}"
    ),
    "handover.made.letters": "The letters are beside it, not locked: {path}",
    "handover.passphrase": "Its passphrase",
    "handover.passphrase.what": (
        "Write these words down now, in this order. This case keeps them until you say that you "
        "have, then nothing does. Without them nobody can open the file, and it has to be made "
        "again."
    ),
    "handover.passphrase.words": (
        "They are the keys for seven Korean words. Whoever types these words with the keyboard "
        "set to English types the same:"
    ),
    "handover.written": "I have &written it down",
    "handover.done": "&Continue",
    "handover.next": "What to do now",
    "handover.next.list": (
        "Give the file to whoever helps you. There is no picture in it. Tell them the passphrase "
        "in a different way than you send the file."
    ),
    "handover.next.crops": (
        "Give the file to the police or the support centre. Tell them the passphrase in a "
        "different way than you send the file."
    ),
    "handover.next.originals": (
        "Give the file only to the police who asked for it. Tell them the passphrase in a "
        "different way than you send the file. Do not send it to anybody else, and do not put it "
        "online."
    ),
    "handover.next.key": (
        "Give the file to whoever gave you the key. Nobody else can open it, and there is no "
        "passphrase."
    ),
    "handover.fingerprint": (
        "The bundle is signed. This value, the fingerprint of its key, shows that it comes from "
        "this case:"
    ),
    "handover.fingerprint.why": (
        "Tell them this as well, in a different way than you send the file. It is also in the "
        "report and on the hash sheet. With it anybody can see that nothing in the bundle was "
        "changed."
    ),
    "handover.digest.show": "For a &timestamp",
    "handover.digest.hide": "Less (&T)",
    "handover.digest.what": (
        "This value stands for the whole bundle. If the police or a lawyer wants a timestamp from "
        "an independent service, they can get it for this value (SHA-512); the service learns "
        "nothing about the content. Put the answer (.tsr or .ots) beside the bundle."
    ),
    "handover.digest.code": "QR code of the value that stands for the whole bundle",
    "handover.again": "Create another &file",
}
