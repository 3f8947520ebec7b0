"""The page "passphrase", in English."""

PASSPHRASE = {
    "step.passphrase": "Passphrase",
    "passphrase.title": "A passphrase for the case",
    "passphrase_field.show": "Show it",
    # the words
    "passphrase.what": (
        "A case is one file. Nobody can open it without this passphrase, not even the makers of "
        "this program."
    ),
    "passphrase.use_drawn": "&Use these words",
    "passphrase.use_own": "&Type my own",
    "passphrase.other_words": "Other &words",
    "passphrase.note_them": (
        "They were drawn by chance. Learn them by heart, or write them down and keep them where "
        "nobody else finds them."
    ),
    "passphrase.first": "Your &passphrase",
    "passphrase.second": "The same &again",
    "passphrase.not_about_you": (
        "Nothing that somebody who knows you would try: no name, birthday or number, and nothing "
        "that you use elsewhere."
    ),
    "passphrase.strength.empty": "Several unrelated words in a row are hard to guess.",
    "passphrase.strength.weak": "Easy to guess. Several unrelated words would be much safer.",
    "passphrase.strength.fair": "Not easy to guess. One more word would make it hard.",
    "passphrase.strength.strong": "Hard to guess, as long as nobody knows how you came to it.",
    "passphrase.weak_is_wanted": "Use it all the sam&e",
    "passphrase.problem.empty": "Nothing was typed yet.",
    "passphrase.problem.differ": "The two are not the same. Type them again.",
    "passphrase.problem.weak": (
        "This passphrase is easy to guess. Choose another, or say below that you want it."
    ),
    "passphrase.next": "&Go on",
    "passphrase.back": "&Back",
    # what is kept
    "passphrase.keeps": "What the case keeps",
    "passphrase.keep_none": "&No pictures, no videos",
    "passphrase.none_means": (
        "Safest: only links, times, file names, fingerprints of the files (hashes), and numbers "
        "that describe faces."
    ),
    "passphrase.keep_originals": "The &original files, too",
    "passphrase.law": (
        "In Korea, possessing, storing or viewing such content is a crime in itself (Act on "
        "Special Cases concerning Sexual Crimes, article 14-2 (4): up to three years, or a fine; "
        "where somebody under 19 is shown, Act on the Protection of Juveniles against Sexual "
        "Abuse, article 11 (5): at least one year). We know of no exception for those it shows or "
        "for counsellors. Ask the support centre first: 02-735-8994."
    ),
    "passphrase.young": "The case keeps no pictures and no videos. That is safest for you.",
    "passphrase.keep_crops": "&Keep small face pictures",
    "passphrase.crops_mean": (
        "One small picture of each face and nothing around it. Without them you decide by the "
        "files themselves, as long as they are there."
    ),
    "passphrase.files_stay": (
        "The files that you add stay where they are. This program never deletes them."
    ),
    "passphrase.choose_where": "&Choose where to put it",
    "passphrase.where": (
        "Where should the file be? A name that says nothing is best, and a USB stick of your own "
        "is safer than a computer that others use."
    ),
    "passphrase.making": "The case is being made.",
    "passphrase.no_place": (
        "The file cannot be put there: the folder is gone, or the system does not let this program "
        "write in it. Nothing was made. Choose another place."
    ),
    "passphrase.disk_full": (
        "There is not enough room there, and nothing was made. Choose another place."
    ),
    # the recovery code
    "passphrase.code": "Your recovery code",
    "passphrase.code_what": (
        "It opens the case when the passphrase is forgotten; there is no other way. It is shown "
        "only now. Whoever has it can open the case: keep it apart from this computer, where "
        "nobody else finds it."
    ),
    "passphrase.print": "&Print it",
    "passphrase.printer": "Printer",
    "passphrase.print_how": (
        "This program writes no file for it. The printer and its queue may remember what was "
        "printed, so use only a printer that you trust."
    ),
    "passphrase.print_now": "P&rint now",
    "passphrase.no_printer": "No printer is set up on this computer. Write the code down by hand.",
    "passphrase.sent": "It was sent to the printer.",
    "passphrase.not_printed": "It could not be printed. Write the code down by hand.",
    "passphrase.on_paper": "Keep this safe.",
    "passphrase.written": "I have &written it down",
}
