"""Cases: making, opening, passphrases, recovery codes, what a case holds, in English."""

TEXTS = {
    "passphrase.short": (
        "This passphrase is short. A few unrelated words in a row are much harder to guess."
    ),
    "passphrase.file_open_to_others": (
        "Others who use this computer can read this passphrase file: {path}. "
        "Take that right away: chmod 600"
    ),
    # case new, passphrase
    "case.made": "The case was made: {path}",
    "case.media.none": (
        "It keeps no pictures or videos: only hashes, links, times, and numbers that describe "
        "faces."
    ),
    "case.media.originals": (
        "It keeps the original files, too. Holding such content may be against the law where you "
        "live; ask a support centre first."
    ),
    "case.crops.yes": "It keeps a small picture of each face, to decide by.",
    "case.crops.no": "It keeps no pictures of faces.",
    "case.files_stay": "The files that you add stay where they are; Geoul never deletes them.",
    "recovery.code": "Recovery code (shown only now, and kept nowhere):\n\n    {code}\n",
    "recovery.what": (
        "It opens the case when the passphrase is forgotten; there is no other way in. Write it "
        "down or print it,\nand keep it where nobody else finds it: whoever has it can open the "
        "case, too."
    ),
    "recovery.changed": "The passphrase was changed. The old one and the old code no longer work.",
    # case info
    "info.path": "Case:           {path}",
    "info.id": "Number:         {id}",
    "info.created": "Made:           {created}",
    "info.kind.case": "Kind:           case",
    "info.kind.check-copy": "Kind:           check copy (no pictures, names or links)",
    "info.media": "Keeps:          originals: {media}, face pictures: {crops}",
    "info.pack": "Model pack:     {pack} ({pipeline}), items: {items}",
    "info.pack.present": "                this is how faces are measured now",
    "info.pack.older": (
        "                another version; compared by what both have in common, until looked at "
        "again"
    ),
    "info.pack.more": (
        "                a newer or fuller version than is here; compared by what both have in "
        "common"
    ),
    "info.pack.apart": (
        "                another model pack; not compared until these items are looked at again"
    ),
    "info.items": (
        "Items:          {items} (looked at: {done}, without a face: {no_face}, "
        "could not be checked: {unchecked}, not looked at yet: {pending})"
    ),
    "info.faces": "Faces:          {faces}, once per scene: {tracks}",
    "info.custody": "Custody log:    {entries} entries, unbroken",
    "info.custody_broken": (
        "Custody log:    {entries} entries. It has been changed: do not rely on it"
    ),
    "info.decisions_unlike_log": (
        "Decisions:      not those that the log noted, for items {items}. They were changed by "
        "other means than this program"
    ),
    "info.pending": "Some items are not looked at yet. Go on with: geoul scan {case}",
    "info.otherwise": (
        "Items that were looked at in another way than now: {count}. "
        "Look at them again: geoul scan {case}"
    ),
    "info.otherwise_copy": (
        "Items that were looked at in another way than now: {count}. Only the case itself can be "
        "looked at again: ask whoever has it to do that, and to make a new check copy."
    ),
    # copy
    "copy.made": "The check copy was made: {path}",
    "copy.what": (
        "It holds numbers that describe faces, and item numbers; no pictures, names or links.\n"
        "Tell its passphrase by another way than the copy. These numbers are personal data of "
        "everybody in the\n"
        "case: agree that the copy is deleted after the check."
    ),
    "step.start": "Start",
    "start.title": "Geoul",
    "start.no_hangul": (
        "This computer has no font with Korean letters. Install one (Debian: fonts-noto-cjk or "
        "fonts-nanum) and start the program again, or choose English below."
    ),
    "start.language": "Language",
    "start.leave": "First of all: how to leave quickly",
    "start.leave.how": (
        "Press Shift three times, or the button at the top. The window is gone at once, the case "
        "is closed, and the program ends."
    ),
    "start.leave.not": (
        "It does not hide that this program is on the computer. Files that you chose stay where "
        "they are; what your browser and your messengers remember stays, too."
    ),
    "start.does": (
        "It looks for your face in pictures and videos that you give it, and shows where somebody "
        "looks like you."
    ),
    "start.offline": "Everything stays on this computer. The program cannot go online.",
    "start.does_not": (
        "It does not search the internet, does not delete anything, and does not tell whether a "
        "picture was made by artificial intelligence (AI)."
    ),
    "start.decide": "Whether it is you, only you decide. Nobody else is told.",
    "start.young": "I am &under 19",
    "start.young.ask": "Are you under 19? You need not say, but some things are different then.",
    "start.young.fault": "You have done nothing wrong, whatever happened and whatever you sent.",
    "start.young.lines": (
        "D4U (02-735-8994) and the line for young people (117) help you for free, and you can call "
        "without your parents."
    ),
    "start.young.pictures": (
        "Take It Down helps everywhere with pictures of you from before you were 18."
    ),
    "start.young.kept": (
        "A new case will keep no pictures and no videos: only numbers, links and times."
    ),
    "start.young.tell": (
        "It can help to tell somebody whom you trust. That need not be your parents: you know "
        "best who is safe."
    ),
    "start.make": "&Make a case",
    "start.open": "&Open a case",
    "start.copy": "Open a &check copy",
    "start.which": "Which file is the case?",
    "start.which_copy": "Which file is the check copy that you were given?",
    "start.is_open": "Your case is open.",
    "start.code_waits": (
        "You have not said yet that you have written down the recovery code. Go on to see it once "
        "more: when the case is closed, nobody can show it again."
    ),
    "start.go_on": "&Go on",
    "start.close": "Close the ca&se",
    "start.locked": (
        "It was locked. To go on, type the passphrase again. Everything that was kept in the case "
        "is still there. Photos of your face, the answer of a check and words that were shown only "
        "once are forgotten, so that nobody else finds them."
    ),
    "start.taken_out": (
        "The case cannot be reached any more, so it was closed. If it is on a stick, plug it in "
        "again; if you moved the file, put it back or choose it where it is now. Then type the "
        "passphrase. What was saved before is in the file."
    ),
    "start.passphrase": "&Passphrase",
    "start.code": "&Recovery code: 14 groups of four letters and digits",
    "start.open_it": "&Open",
    "start.opening": "Opening. This takes a moment, to make guessing slow.",
    "start.lost": "I lost the passp&hrase",
    "start.not_lost": "I have the passp&hrase",
    "start.other": "Another &file",
    "start.gone": (
        "The file cannot be read any more: {name}. If it is on a USB stick, plug it in and try "
        "again."
    ),
    "step.make_case": "Passphrase",
    "make_case.title": "A passphrase for the case",
    "passphrase_field.show": "Show it",
    # the words
    "make_case.what": (
        "A case is one file. Nobody can open it without this passphrase, not even the makers of "
        "this program."
    ),
    "make_case.use_drawn": "&Use these words",
    "make_case.use_own": "&Type my own",
    "make_case.other_words": "Other &words",
    "make_case.note_them": (
        "They were drawn by chance. Learn them by heart, or write them down and keep them where "
        "nobody else finds them."
    ),
    "make_case.first": "Your &passphrase",
    "make_case.second": "The same &again",
    "make_case.not_about_you": (
        "Nothing that somebody who knows you would try: no name, birthday or number, and nothing "
        "that you use elsewhere."
    ),
    "make_case.strength.empty": "Several unrelated words in a row are hard to guess.",
    "make_case.strength.weak": "Easy to guess. Several unrelated words would be much safer.",
    "make_case.strength.fair": "Not easy to guess. One more word would make it hard.",
    "make_case.strength.strong": "Hard to guess, as long as nobody knows how you came to it.",
    "make_case.weak_is_wanted": "Use it all the sam&e",
    "make_case.problem.empty": "Nothing was typed yet.",
    "make_case.problem.differ": "The two are not the same. Type them again.",
    "make_case.problem.weak": (
        "This passphrase is easy to guess. Choose another, or say below that you want it."
    ),
    "make_case.next": "&Go on",
    "make_case.back": "&Back",
    # what is kept
    "make_case.keeps": "What the case keeps",
    "make_case.keep_none": "&No pictures, no videos",
    "make_case.none_means": (
        "Safest: only links, times, file names, fingerprints of the files (hashes), and numbers "
        "that describe faces."
    ),
    "make_case.keep_originals": "The &original files, too",
    "make_case.law": (
        "In Korea, possessing, storing or viewing such content is a crime in itself (Act on "
        "Special Cases concerning Sexual Crimes, article 14-2 (4): up to three years, or a fine; "
        "where somebody under 19 is shown, Act on the Protection of Juveniles against Sexual "
        "Abuse, article 11 (5): at least one year). We know of no exception for those it shows or "
        "for counsellors. Ask the support centre first: 02-735-8994."
    ),
    "make_case.young": "The case keeps no pictures and no videos. That is safest for you.",
    "make_case.keep_crops": "&Keep small face pictures",
    "make_case.crops_mean": (
        "One small picture of each face and nothing around it. Without them you decide by the "
        "files themselves, as long as they are there."
    ),
    "make_case.files_stay": (
        "The files that you add stay where they are. This program never deletes them."
    ),
    "make_case.choose_where": "&Choose where to put it",
    "make_case.where": (
        "Where should the file be? A name that says nothing is best, and a USB stick of your own "
        "is safer than a computer that others use."
    ),
    "make_case.making": "The case is being made.",
    "make_case.no_place": (
        "The file cannot be put there: the folder is gone, or the system does not let this program "
        "write in it. Nothing was made. Choose another place."
    ),
    "make_case.disk_full": (
        "There is not enough room there, and nothing was made. Choose another place."
    ),
    # the recovery code
    "make_case.code": "Your recovery code",
    "make_case.code_what": (
        "It opens the case when the passphrase is forgotten; there is no other way. It is shown "
        "only now. Whoever has it can open the case: keep it apart from this computer, where "
        "nobody else finds it."
    ),
    "make_case.print": "&Print it",
    "make_case.printer": "Printer",
    "make_case.print_how": (
        "This program writes no file for it. The printer and its queue may remember what was "
        "printed, so use only a printer that you trust."
    ),
    "make_case.print_now": "P&rint now",
    "make_case.no_printer": "No printer is set up on this computer. Write the code down by hand.",
    "make_case.sent": "It was sent to the printer.",
    "make_case.not_printed": "It could not be printed. Write the code down by hand.",
    "make_case.on_paper": "Keep this safe.",
    "make_case.written": "I have &written it down",
}

ERRORS = {
    "ItemNumbersError": (
        "This names no items: {text}. Write their numbers: 3,5-9. For an export confirmed or all "
        "will do, too."
    ),
    "CheckCopyNotScannableError": (
        "This is a check copy. It holds no files that could be looked at: only the case itself can "
        "be looked at again. Ask whoever has it to do that, and to make a new check copy."
    ),
    "LastBesideCaseError": (
        "The case is closed, but its disk is full, so the last of it stays in a file beside it: "
        "{path}. Nothing is lost. Keep the two files together; when there is room, open the case "
        "and close it again."
    ),
    # storage
    "StorageError": "The case could not be used: {path}",
    "EmptyPassphraseError": "The passphrase is empty. Nothing was done; try again.",
    "RecoveryCodeError": (
        "This recovery code was mistyped. Check it letter by letter against what you wrote down. "
        "Nothing was changed."
    ),
    "WrongPassphraseError": (
        "This passphrase does not open this file. Check the passphrase, and that it is the right "
        "file: {path}"
    ),
    "WrongRecoveryCodeError": (
        "This recovery code does not open this file. It may belong to another case, or to a "
        "passphrase that was changed since: {path}"
    ),
    "LinkLoopError": (
        "This is a link that leads back to itself, with no file at its end: {path}. Give the path "
        "of the case file itself."
    ),
    "CaseMissingError": ("There is no such case, or no such folder to make one in: {path}."),
    "CaseExistsError": (
        "There is a file of that name already, and it was left as it is: {path}. "
        "Choose another name."
    ),
    "CaseInUseError": (
        "This case is open in another window or program: {path}. Close it there and try again."
    ),
    "CaseReadOnlyError": (
        "The system does not let this program write there: {path}. Move the case to a folder of "
        "your own."
    ),
    "CaseDamagedError": (
        "A part of this case file is damaged: {path}. Leave it as it is, work with a copy of it, "
        "and look for an older copy."
    ),
    "CaseTooNewError": (
        "A newer version of Geoul made this case: {path}. Open it with that version."
    ),
    "CaseClosedError": "The case is closed. Open it and try again.",
    "DiskFullError": ("The disk is full. What was saved before is safe. Make room and try again."),
    "DiskFailedError": (
        "The disk could not be written or read. It may have been taken out, or be failing. Check "
        "it, then try again: {path}"
    ),
    "CaseInternalError": (
        "Something went wrong inside the program while it used the case ({code}). "
        "What was saved before is still there."
    ),
    "ItemMissingError": ("The case has no item of that number: {item}."),
    "FaceMissingError": ("Item {item} has no face of that number: {face}."),
    "ContentChangedError": (
        "A file changed while it was read, so it was not taken in. Add it again."
    ),
    "WrongModeError": "This case keeps no originals, so there is none to give.",
    "CheckCopyError": (
        "This is a check copy. Nothing can be added to it, taken out of it or copied from it: use "
        "the case itself."
    ),
}
