"""Cases: making, opening, passphrases, recovery codes, what a case holds, in English."""

TEXTS = {
    "passphrase.short": (
        "This passphrase is short. A few unrelated words in a row are much harder to guess."
    ),
    "passphrase.file_open_to_others": (
        "Other users of this computer can read this passphrase file: {path}. Take that permission "
        "away: chmod 600"
    ),
    # case new, passphrase
    "case.made": "Case created: {path}",
    "case.media.none": (
        "It keeps no pictures or videos: only hashes, links, times, and numbers that describe "
        "faces."
    ),
    "case.media.originals": (
        "It keeps the original files as well. Having such content may be against the law where you "
        "live; ask a support centre first."
    ),
    "case.crops.yes": "It keeps a small picture of each face, to decide by.",
    "case.crops.no": "It keeps no pictures of faces.",
    "case.files_stay": "The files that you add stay where they are; Geoul never deletes them.",
    "recovery.code": "Recovery code (shown only now, and kept nowhere):\n\n    {code}\n",
    "recovery.what": (
        "It opens the case if the passphrase is forgotten; there is no other way in. Write it down "
        "or print it,\n"
        "and keep it where nobody else finds it: anyone who has it can open the case."
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
        "                another version; until scanned again, compared by what both have in common"
    ),
    "info.pack.more": (
        "                a newer or fuller version than is here; compared by what both have in "
        "common"
    ),
    "info.pack.apart": (
        "                another model pack; not compared until these items are scanned again"
    ),
    "info.items": (
        "Items:          {items} (scanned: {done}, without a face: {no_face}, could not be "
        "checked: {unchecked}, not scanned yet: {pending})"
    ),
    "info.faces": "Faces:          {faces}, once per scene: {tracks}",
    "info.unconfirmed": (
        "A bundle was begun on {date}, and nobody has said that its passphrase is written down: "
        "{path}. Open the case in the window (geoul): it is shown there."
    ),
    "info.custody": "Custody log:    {entries} entries, unbroken",
    "info.custody_broken": "Custody log:    {entries} entries. It was changed: do not rely on it",
    "info.decisions_unlike_log": (
        "Decisions:      not those that the log noted, for items {items}. They were changed by "
        "other means than this program"
    ),
    "info.statements_unlike_log": (
        "Items:          items, places, or what was said of them, are not those that the log "
        "noted. They were changed by other means than this program"
    ),
    "info.pending": "Some items have not been scanned. Continue with: geoul scan {case}",
    "info.otherwise": (
        "Items that were scanned in a different way: {count}. Scan them again: geoul scan {case}"
    ),
    "info.otherwise_copy": (
        "Items that were scanned in a different way: {count}. Only the case itself can be scanned "
        "again: ask whoever has it to do that, and to make a new check copy."
    ),
    # copy
    "copy.made": "Check copy created: {path}",
    "copy.what": (
        "It holds numbers that describe faces, and item numbers; no pictures, names or links.\n"
        "Tell its passphrase in a different way than you send the copy. These numbers are personal "
        "data of\n"
        "everybody in the case: agree that the copy is deleted after the check."
    ),
    "step.start": "Start",
    "start.title": "Geoul",
    "start.no_hangul": (
        "This computer has no font with Korean letters. Install one (Debian: fonts-noto-cjk or "
        "fonts-nanum) and restart the program, or choose English below."
    ),
    "start.language": "Language",
    "start.leave": "First: how to leave quickly",
    "start.leave.how": (
        "Press Shift three times, or the button at the top. The window disappears at once, the "
        "case is closed, and the program ends."
    ),
    "start.leave.not": (
        "It does not hide that this program is on the computer. The files you chose stay where "
        "they are, and so does what your browser and messengers have stored."
    ),
    "start.does": (
        "It looks for your face in pictures and videos that you give it, and shows where somebody "
        "resembles you."
    ),
    "start.offline": "Everything stays on this computer. The program cannot go online.",
    "start.does_not": (
        "It does not search the internet, does not delete anything, and does not tell whether a "
        "picture was made with artificial intelligence (AI)."
    ),
    "start.decide": "Only you decide whether it is you. Nobody else is told.",
    "start.young": "I am &under 19",
    "start.young.ask": (
        "Are you under 19? You do not have to say, but some things are different then."
    ),
    "start.young.fault": "You have done nothing wrong, whatever happened and whatever you sent.",
    "start.young.lines": (
        "1366 (day and night), the support centre for digital sex crimes (D4U, 02-735-8994) and "
        "the line for young people (117) help you for free, and you can call without your parents."
    ),
    "start.young.pictures": (
        "Take It Down helps everywhere with pictures of you from before you were 18."
    ),
    "start.young.kept": (
        "A new case will keep no pictures and no videos, only numbers, links and times."
    ),
    "start.young.tell": (
        "It can help to tell somebody you trust. It does not have to be your parents: you know "
        "best who is safe."
    ),
    "start.make": "&Make a case",
    "start.open": "&Open a case",
    "start.copy": "Open a &check copy",
    "start.which": "Which file is the case?",
    "start.which_copy": "Which file is the check copy you were given?",
    "start.is_open": "Your case is open.",
    "start.code_waits": (
        "You have not confirmed yet that you wrote down the recovery code. Continue to see it once "
        "more: after the case is closed, nobody can show it again."
    ),
    "start.go_on": "&Continue",
    "start.close": "Close the ca&se",
    "start.locked": (
        "It was locked. To continue, type the passphrase again. Everything saved in the case is "
        "still there. Photos of your face, the answer of a check and passphrases that are shown "
        "only once were wiped, so that nobody else finds them."
    ),
    "start.taken_out": (
        "The case can no longer be reached, so it was closed. If it is on a USB stick, plug it in "
        "again; if you moved the file, put it back or choose it where it is now. Then type the "
        "passphrase. What was saved before is in the file."
    ),
    "start.passphrase": "&Passphrase",
    "start.code": "&Recovery code: 14 groups of four letters and digits",
    "start.open_it": "&Open",
    "start.opening": "Opening. This takes a moment, so that guessing is slow.",
    "start.lost": "I forgot the passp&hrase",
    "start.not_lost": "I have the passp&hrase",
    "start.other": "Another &file",
    "start.gone": (
        "The file can no longer be read: {name}. If it is on a USB stick, plug it in and try again."
    ),
    "step.make_case": "Passphrase",
    "make_case.title": "A passphrase for the case",
    "passphrase_field.show": "Show",
    # the words
    "make_case.what": (
        "A case is one file. Without this passphrase nobody can open it, not even the makers of "
        "this program."
    ),
    "make_case.use_drawn": "&Use these words",
    "make_case.use_own": "&Type my own",
    "make_case.other_words": "Other &words",
    "make_case.note_them": (
        "Chosen at random. Memorise them, or write them down and keep them where nobody else finds "
        "them."
    ),
    "make_case.repeat": "Type the words &once",
    "make_case.repeat.why": (
        "Please type them once, with a space between them. So you know that you have them right."
    ),
    "make_case.see_again": "See the &words again",
    "make_case.first": "Your &passphrase",
    "make_case.second": "Repe&at passphrase",
    "make_case.not_about_you": (
        "Avoid anything that somebody who knows you would try: names, birthdays, numbers, or a "
        "passphrase you use elsewhere."
    ),
    "make_case.strength.empty": "Several unrelated words in a row are hard to guess.",
    "make_case.strength.weak": "Easy to guess. Several unrelated words would be much safer.",
    "make_case.strength.fair": "Not easy to guess. One more word would make it hard.",
    "make_case.strength.strong": "Hard to guess, as long as nobody knows how you chose it.",
    "make_case.weak_is_wanted": "Us&e it anyway",
    "make_case.problem.empty": "You have not typed anything yet.",
    "make_case.problem.differ": "The two are different. Type them again.",
    "make_case.problem.unlike_drawn": (
        "These are not the same words. See them again and compare. Is Caps Lock on?"
    ),
    "make_case.problem.other_layout": (
        "These are the right keys, but the keyboard is set to the other language. Switch it "
        "(한/영 on a Korean keyboard) and type the words again."
    ),
    "make_case.problem.weak": (
        "This passphrase is easy to guess. Choose another, or tick the box to use it anyway."
    ),
    "make_case.next": "&Continue",
    "make_case.back": "&Back",
    # what is kept
    "make_case.keeps": "What the case keeps",
    "make_case.keep_none": "&No pictures, no videos",
    "make_case.none_means": (
        "Safest: only links, times, file names, fingerprints of the files (hashes), and numbers "
        "that describe faces."
    ),
    "make_case.keep_originals": "The &original files as well",
    "make_case.law": (
        "In Korea, possessing, storing or viewing such content is a crime in itself (Act on "
        "Special Cases concerning Sexual Crimes, article 14-2 (4): up to three years, or a fine; "
        "where somebody under 19 is shown, Act on the Protection of Juveniles against Sexual "
        "Abuse, article 11 (5): at least one year). We know of no exception for those it shows or "
        "for counsellors. Ask the support centre first: 1366."
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
    "make_case.choose_where": "&Choose where to save it",
    "make_case.where": (
        "Where should the file be saved? A name that says nothing is best, and your own USB stick "
        "is safer than a computer that others use."
    ),
    # Offered for the file; it reveals nothing and has no extension.
    "make_case.file_name": "notes",
    "make_case.making": "The case is being created.",
    "make_case.no_place": (
        "The file cannot be saved there: the folder is gone, or you may not write in it. Nothing "
        "was created. Choose another place."
    ),
    "make_case.disk_full": (
        "There is not enough space there, and nothing was created. Choose another place."
    ),
    # the recovery code
    "make_case.code": "Your recovery code",
    "make_case.code_what": (
        "It opens the case if the passphrase is forgotten; there is no other way. It is shown only "
        "now. Anyone who has it can open the case: keep it away from this computer, where nobody "
        "else finds it."
    ),
    "make_case.print": "&Print",
    "make_case.printer": "Printer",
    "make_case.print_how": (
        "This program writes no file for it. The printer and its queue may keep a record of it, so "
        "use only a printer you trust."
    ),
    "make_case.print_now": "P&rint now",
    "make_case.no_printer": "No printer is set up on this computer. Write the code down by hand.",
    "make_case.sent": "Sent to the printer.",
    "make_case.not_printed": "It could not be printed. Write the code down by hand.",
    "make_case.on_paper": "Keep this safe.",
    "make_case.written": "I have &written it down",
}

ERRORS = {
    "ItemNumbersError": (
        "These are not item numbers: {text}. Write them as 3,5-9. For an export you can also write "
        "confirmed or all."
    ),
    "CheckCopyNotScannableError": (
        "This is a check copy. It holds no files to scan: only the case itself can be scanned "
        "again. Ask whoever has it to do that, and to make a new check copy."
    ),
    "LastBesideCaseError": (
        "The case is closed, but its disk is full, so the last changes are in a file beside it: "
        "{path}. Nothing is lost. Keep the two files together; when there is space, open the case "
        "and close it again."
    ),
    # storage
    "StorageError": "The case could not be used: {path}",
    "EmptyPassphraseError": "The passphrase is empty. Nothing was done; try again.",
    "RecoveryCodeError": (
        "This recovery code has a typing mistake. Compare it with what you wrote down, letter by "
        "letter. Nothing was changed."
    ),
    "WrongPassphraseError": (
        "This passphrase does not open this file, typed in English or in Korean (한/영). Check "
        "that Caps Lock is off, and that it is the right file: {path}"
    ),
    "WrongRecoveryCodeError": (
        "This recovery code does not open this file. It may belong to another case, or to a "
        "passphrase that was changed since: {path}"
    ),
    "LinkLoopError": (
        "This link leads back to itself and to no file: {path}. Give the path of the case file "
        "itself."
    ),
    "CaseMissingError": "There is no such case, or no such folder to create one in: {path}.",
    "CaseExistsError": (
        "A file with that name already exists, and it was left as it is: {path}. Choose another "
        "name."
    ),
    "CaseInUseError": (
        "This case is open in another window or program: {path}. Close it there and try again."
    ),
    "CaseReadOnlyError": "You may not write there: {path}. Move the case to a folder of your own.",
    "CaseDamagedError": (
        "Part of this case file is damaged: {path}. Leave it as it is, work with a copy of it, and "
        "look for an older copy."
    ),
    "CaseTooNewError": (
        "A newer version of Geoul made this case: {path}. Open it with that version."
    ),
    "CaseTooOldError": (
        "A trial version of Geoul made this case, in format {found}: {path}. This version reads "
        "format {known}. Make a new case and add the files again."
    ),
    "PersonNotSaidError": (
        "Several people were checked in this case: {people}. Choose whom this is about "
        "(on the command line: --person N)."
    ),
    "PersonMissingError": "Nobody with the number {person} was checked in this case.",
    "PersonUnlikeError": (
        "These photos resemble none of the faces that were confirmed as person {person}. Say "
        "whether this is the same person as before or another one (on the command line: --person "
        "{person}, or --person new)."
    ),
    "DecisionsUnlikeLogError": (
        "Decisions in this case are not those that its custody log noted (item no. {items}). They "
        "were changed by other means than this program, or parts of an older copy were put into "
        "the file. Keep the file as it is, and look for another copy."
    ),
    "StatementsUnlikeLogError": (
        "Items of this case, or what was said of them, are not those that its custody log noted. "
        "They were changed by other means than this program, or parts of an older copy were put "
        "into the file. Keep the file as it is, and look for another copy."
    ),
    "LogChangedError": (
        "The custody log of this case was changed by other means than this program. A bundle can "
        "still be made, and says so."
    ),
    "CaseClosedError": "The case is closed. Open it and try again.",
    "DiskFullError": (
        "The disk is full. What was saved before is safe. Free some space and try again."
    ),
    "DiskFailedError": (
        "The disk could not be read or written. It may have been removed, or be failing. Check it, "
        "then try again: {path}"
    ),
    "CaseInternalError": (
        "Something went wrong inside the program while it used the case ({code}). "
        "What was saved before is still there."
    ),
    "ItemMissingError": "The case has no item with that number: {item}.",
    "FaceMissingError": "Item {item} has no face with that number: {face}.",
    "ContentChangedError": (
        "A file changed while it was being read, so it was not added. Add it again."
    ),
    "WrongModeError": "This case keeps no originals.",
    "CheckCopyError": (
        "This is a check copy. Nothing can be added to it, removed from it or copied from it: use "
        "the case itself."
    ),
}
