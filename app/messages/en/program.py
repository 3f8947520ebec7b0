"""The program as a whole: window, settings, help, command line, system errors, in English."""

TEXTS = {
    "window.title": "Geoul",
    "window.leave": "&Leave now",
    "window.leave_keys": "Leave at once: press Shift three times.",
    "window.steps": "Go to page",
    "window.dismiss": "Close",
    "who": "Who is using this computer now",
    "who.none": "Prefer not to say",
    "who.why": "The custody log records it with everything done from now on.",
    "language.en": "English",
    "language.ko": "한국어",
    # choosing files
    "chooser.places": "Places",
    "chooser.home": "My folder",
    "chooser.path": "Folder",
    "chooser.up": "Folder &up",
    "chooser.list": "Files and folders",
    "chooser.column.name": "Name",
    "chooser.column.size": "Size",
    "chooser.column.date": "Changed",
    "chooser.folder": "folder",
    "chooser.link": "link",
    "chooser.hidden": "Show hidden &files",
    "chooser.name": "&Name of the new file",
    "chooser.reading": "Reading the folder: {count}",
    "chooser.count": "In this folder: {count}",
    "chooser.chosen": "Chosen: {count}",
    "chooser.choose.file": "&Choose file",
    "chooser.choose.files": "&Choose files",
    "chooser.choose.content": "&Choose",
    "chooser.choose.folder": "&Choose this folder",
    "chooser.choose.new_file": "&Save here",
    "chooser.cancel": "Cancel",
    "chooser.unreadable": (
        "This folder cannot be read. You may not have permission, or the drive was removed. Choose "
        "another folder."
    ),
    "chooser.nothing": "There is no file or folder with that name: {path}",
    "chooser.no_folder": "This is a file, and a folder is needed: {path}",
    "chooser.exists": "A file with that name already exists: {name}. Please type another name.",
    "chooser.bad_name": "This cannot be the name of a file. Please type another one.",
    "chooser.files_only": "Only files can be chosen here. Open a folder to choose what is in it.",
    # how far something is
    "task.pause": "Pause",
    "task.resume": "Continue",
    "task.stop": "Stop",
    "task.paused": "{text}. Paused.",
    "task.stopping": "Stopping. What was done so far is saved.",
    "help.about": (
        "Geoul checks, on this computer alone and without any network, whether your own face is "
        "in\ncontent that was reported to you. It shows who resembles you; you decide.\n"
        "Without a command it opens its window."
    ),
    "help.usage": "Usage: ",
    "help.arguments": "Arguments",
    "help.options": "Options",
    "help.commands": "Commands",
    "help.help": "show this help",
    "help.version": "show the version; with --verbose, those of its libraries, too",
    "help.lang": "language of the answer",
    "help.demo": "show the whole way on sample pictures: case, check, answer",
    "help.case": "make a case, show what it holds, change its passphrase",
    "help.case.new": "make a new, encrypted case",
    "help.case.info": "show what a case holds",
    "help.case.passphrase": "change the passphrase; gives a new recovery code",
    "help.add": (
        "add files and folders to a case and look for faces in them; run it again to continue"
    ),
    "help.scan": (
        "scan what has not been scanned, and again what was scanned with another model pack or "
        "version"
    ),
    "help.check": "check whether your face resembles faces in the case",
    "help.list": "list the items of a case",
    "help.show": "show everything known about one item",
    "help.decide": "record your own decision on an item or a face",
    "help.copy": "make a check copy: no pictures, names or links, for a person to check at home",
    "help.models": "list the model packs, or add one",
    "help.models.add": "add a model pack from a folder, a zip file or a model file",
    "help.argument.case": "the case file",
    "help.argument.path": "file or folder; none: continue with what has not been scanned",
    "help.argument.item": "number of the item",
    "help.argument.verdict": "confirm (it is me), reject (it is not) or unsure",
    "help.argument.checkcopy": "the check copy to make",
    "help.option.person": "number of the person it is about; for a check also: new",
    "help.option.only-missing": "change only what is not known yet",
    "help.option.quiet": "no progress and no remarks",
    "help.option.json": "answer in JSON",
    "help.option.keep": "keep the sample case and its pictures in a new folder",
    "help.option.media": "none: keep no pictures or videos (default); originals: keep them as well",
    "help.option.no-crops": "keep no small face pictures either",
    "help.option.passphrase-file": "read the passphrase of the case from this file's first line",
    "help.option.new-passphrase-file": "read the new passphrase from the first line of this file",
    "help.option.copy-passphrase-file": "read the passphrase of the check copy from this file",
    "help.option.recovery-code-file": (
        "open with the recovery code in this file instead of the passphrase"
    ),
    "help.option.url": "where it was found",
    "help.option.platform": "service or app it comes from",
    "help.option.note": "anything to remember",
    "help.option.role": "who does this: victim, counsellor, ...",
    "help.option.password-file": "read the password of archives from the first line of this file",
    "help.option.language": (
        "of the report and the hash sheet; where none is given that of the country of this "
        "computer's clock: Korean in Korea, else English"
    ),
    "help.option.owner": "the name of whoever exported the chat, where the export only says: you",
    "help.option.pack": "model pack to scan with; otherwise the one of the case",
    "help.option.me": (
        "a photo of your face; give it up to 8 times with different photos. PHOTO:2 is the second "
        "face in a photo with several, counted row by row from the top, each row from the left"
    ),
    "help.option.attest": (
        "whose face it is: self (mine), consent (of somebody who agreed), guardian or counsellor"
    ),
    "help.option.state": "only items in this state",
    "help.option.face": "number of the face, if the item has several",
    "usage.wrong": "This command was not understood: {detail}. See: {command} --help",
    "usage.required": "missing: {names}",
    "usage.unknown": "there is no command or option with that name: {text}",
    "usage.choice": "{text} is not one of {choices}",
    "usage.no_value": "a value must follow",
    "usage.takes_no_value": "no value may follow, but there is {text}",
    "usage.number": "not a number: {text}",
    "usage.photos": "at most {most} photos in one check. See: geoul check --help",
    "stopped": (
        "Stopped. What was finished is saved and the case is whole. Run the same command again to "
        "continue."
    ),
    "unexpected": (
        "Please tell the people who make this program (no names are in these lines): {kind}"
    ),
    # passphrases
    "ask.passphrase": "Passphrase of the case: ",
    "ask.new_passphrase": "New passphrase: ",
    "ask.copy_passphrase": "Passphrase for the check copy: ",
    "ask.again": "Repeat passphrase: ",
    # progress
    "progress.find": "Reading {done} of {total}",
    "progress.find.so_far": "Looking for files: {done}",
    "progress.look": "Scanning {done} of {total}",
    "progress.look.so_far": "Scanning: {done}",
    "progress.photos": "Scanning your photos: {done} of {total}",
    "progress.photos.so_far": "Scanning your photos: {done}",
    "progress.demo": "Working: {done} of {total}",
    "progress.demo.so_far": "Working: {done}",
    "left.seconds": "about {count} s left",
    "left.minutes": "about {count} min left",
    "left.hours": "about {count} h left",
    "yes": "yes",
    "no": "no",
    # what to type after an error
    "hint.ModelError": "Add it: geoul models add PATH",
    "hint.built_in": "See what is missing and how to install it: geoul models",
    "hint.UnknownPackError": "See what there is: geoul models",
    "hint.PackMismatchError": "Scan again: geoul scan CASE",
    "hint.PackOfCaseMissingError": (
        "Add it: geoul models add PATH. Or scan everything again with the built-in pack: geoul "
        "scan CASE --pack open"
    ),
    "hint.PackOfCopyMissingError": "Add it: geoul models add PATH",
    "hint.CaseMissingError": "To make one: geoul case new CASE",
    "hint.ItemMissingError": "See what there is: geoul list CASE",
    "hint.FaceMissingError": "See what there is: geoul show CASE ITEM",
    "step.settings": "Settings",
    "settings.title": "Settings",
    "settings.kept": (
        "Changes apply immediately. They are saved in a small file on this computer, which says "
        "nothing about you or a case: {path}"
    ),
    "settings.look": "Appearance",
    "settings.language": "Language",
    "settings.language.en": "English",
    "settings.language.ko": "한국어 (Korean)",
    "settings.theme": "Colours",
    "settings.theme.system": "Same as the computer",
    "settings.theme.light": "Light",
    "settings.theme.dark": "Dark",
    "settings.theme.contrast": "High contrast",
    "settings.text_size": "Text size",
    "settings.text_size.100": "Normal",
    "settings.text_size.125": "1¼ times",
    "settings.text_size.150": "1½ times",
    "settings.text_size.175": "1¾ times",
    "settings.text_size.200": "Twice",
    "settings.locked": (
        "The case is locked. Settings that protect it can be changed once it is open again."
    ),
    "settings.safety": "Safety",
    "settings.lock": "Lock the case automatically",
    "settings.lock.after": (
        "After so many minutes without keyboard or mouse, and when the computer sleeps or its "
        "screen is locked. The passphrase opens it again, with everything saved in it. Photos of "
        "your face and the answer of a check are wiped."
    ),
    "settings.lock.minutes.one": "1 minute",
    "settings.lock.minutes.many": "{count} minutes",
    "settings.capture": "Block screenshots",
    "settings.capture.what": (
        "This window does not appear in screenshots, screen recordings and shared screens. A "
        "camera in front of the screen still sees it."
    ),
    "settings.capture.impossible": (
        "On this system a program cannot block screenshots of its window. Close programs that "
        "record or share the screen before you continue."
    ),
    "settings.weaker": "Open files even with weaker protection",
    "settings.weaker.what": (
        "Files are opened in a part of the program that cannot reach your files, the network or "
        "other programs. It tests this before it opens the first one. If one of these walls is "
        "missing, nothing is opened unless you allow it here."
    ),
    "settings.reveal": "When you view a whole picture",
    "settings.reveal.what": (
        "Words always come first, then only the face. The whole picture is shown only while you "
        "hold a key or button, in this way:"
    ),
    "settings.blur": "Blurred",
    "settings.grey": "Black and white",
    "settings.packs": "Model packs",
    "settings.packs.what": (
        "A model pack is what compares faces. One is built in. Others may work better for you. The "
        "program does not download them: bring them on a USB stick from a computer you trust."
    ),
    "settings.packs.licence": (
        "Check the licence before you use another pack: most allow non-commercial research only."
    ),
    "settings.packs.reading": "Looking for model packs …",
    "settings.packs.drop": "Drop the folder, zip file or model file of a pack here",
    "settings.packs.choose": "&Choose a pack",
    "settings.packs.choose.prompt": "The folder, zip file or model file of a pack",
    "settings.packs.adding": "Testing the pack. This takes a few seconds …",
    "settings.packs.use": "Model pack for new cases",
    "settings.packs.use.what": "A case stays with the pack it was started with.",
    "settings.packs.unknown": (
        "This program knows no pack in it, so nothing was added. Choose the folder, zip file or "
        "model file exactly as you got it from its makers."
    ),
    "settings.packs.damaged": (
        "A file of the pack is damaged or is not what its name says, so nothing was added. Get it "
        "again from its makers: {pack}, {file}"
    ),
    "settings.pack.installed": "{name}: ready to use",
    "settings.pack.missing": "{name}: not installed, can be added",
    "settings.pack.licence": "Licence: {text}",
    "settings.pack.measured": "Measured on: {text}",
    "settings.pack.well": "More accurate for: {people}",
    "settings.pack.poor": "Less accurate for: {people}",
    "settings.pack.well.open": "other adults in the photos it was measured on",
    "settings.pack.well.better": (
        "according to published results, East Asian people, more than with the built-in pack"
    ),
    "settings.pack.unmeasured": (
        "Not yet measured with this program: nobody can say for whom it is more or less accurate, "
        "or how many look-alikes to expect."
    ),
    "settings.forget": "Reset these settings",
    "settings.forget.what": (
        "Everything on this page except the language goes back to how it was at first, and the "
        "small file is removed. Cases and added packs stay."
    ),
    "settings.forget.do": "&Reset",
    "settings.forget.done": "Done. The small file is gone.",
    "step.help": "Help",
    "help.title": "Help",
    "help.about_page": "You can come here at any time, with or without a case open.",
    "help.part.support": "Who can help you",
    "help.to.support": "&Who can help",
    "help.support.what": (
        "You are not alone, and it is not your fault. They all help free of charge. If a number "
        "does not answer, call another."
    ),
    "help.part.police": "What the police will ask",
    "help.to.police": "&Police",
    "help.police.what": (
        "You do not need to have all of this, and you do not need to search for it. Do not click "
        "links and do not enter rooms to find out. Write down what you already know:"
    ),
    "help.police.shows_you": "What shows that it is you",
    "help.police.post": "The title of the post, its link, and the platform",
    "help.police.account": "The account that posted it: its name and its ID",
    "help.police.room": "The room: its name, its ID, its link",
    "help.police.message": "The message number, and when it was posted",
    "help.police.learned": "How you learned of it, for example who told you",
    "help.police.source": "Whether you still have the photo that it was made from",
    "help.police.first": "Where that photo was first posted, and who could see it",
    "help.police.keywords": "Words it can be found by",
    "help.police.personal_data": (
        "Personal data that was published with it: your name, school, telephone number, account"
    ),
    "help.police.keep": (
        "Keep what you have as it is: do not edit it, rename it or send it to anyone. You may "
        "bring somebody along. A support centre can go with you or help you report it."
    ),
    "help.police.undercover": (
        "Since June 2025 the police may work under cover for adult victims, too. So nobody has to "
        "enter a room to get evidence: leave that to them."
    ),
    "help.support.youtube": (
        "A choice, from 18 years on: YouTube can look for your face in new videos by itself "
        "(likeness detection). For that Google gets a video selfie of you."
    ),
    "help.part.traces": "What this program leaves on this computer",
    "help.to.traces": "&Traces",
    "help.traces.case": (
        "The case: one encrypted file, in the place and with the name you chose. Without the "
        "passphrase it looks like random data."
    ),
    "help.traces.settings": "A small file with your settings, if you changed any: {path}",
    "help.traces.cache": (
        "A file of the model pack in another form. It holds nothing about you and may be deleted: "
        "{path}"
    ),
    "help.traces.packs": "Model packs that you added: {path}",
    "help.traces.yours": (
        "What you made yourself: a check copy, a bundle and what was made with it, a list of "
        "hashes, or a printed recovery code."
    ),
    "help.traces.nothing": (
        "It leaves nothing else: no list of recent files, no copies, no previews, no log file. It "
        "never uses the internet."
    ),
    "help.traces.files": (
        "The files you chose stay where they were. The program never changes or deletes them."
    ),
    "help.traces.system": (
        "What it cannot prevent: the system may have written parts of its memory to the disk (when "
        "memory was short, or when the computer hibernated), and may record that this program was "
        "opened. Deleted files can often be recovered. Shut the computer down instead of just "
        "closing the lid, and if you can, use a computer that nobody else uses."
    ),
    "help.part.leaving": "What leaving quickly does and does not do",
    "help.to.leaving": "Lea&ving",
    "help.leaving.does": (
        "Press Shift three times within five seconds, or the button at the top: the window is "
        "covered at once, the case is closed, and the program ends. What was finished is saved."
    ),
    "help.leaving.not.hide": (
        "It does not hide that the program is on this computer, or that it was opened."
    ),
    "help.leaving.not.delete": "It does not delete the case or the files you chose.",
    "help.leaving.not.others": "It does not close other programs or what you have open elsewhere.",
    "help.leaving.not.watched": (
        "It does not protect you from a program that secretly watches this computer, or a camera "
        "in the room. If you suspect that, use the computer of somebody you trust."
    ),
    "help.part.keys": "The keyboard",
    "help.to.keys": "&Keyboard",
    "help.key.leave": "Shift, three times",
    "help.key.leave.does": "leave at once",
    "help.key.tab": "Tab, Shift + Tab",
    "help.key.tab.does": "to the next item, and back",
    "help.key.press": "Space or Enter",
    "help.key.press.does": "press what has the frame around it",
    "help.key.arrows": "Arrow keys",
    "help.key.arrows.does": "choose one of several, and go through a list",
    "help.key.page": "Page up, Page down",
    "help.key.page.does": "scroll a long page",
    "help.key.alt": "Alt + underlined letter",
    "help.key.alt.does": "press the button with this letter",
    "help.keys.review": "The keys for viewing and deciding are shown on that page.",
    "help.part.limits": "What it cannot do",
    "help.to.limits": "Li&mits",
    "help.limits.none": (
        "If nothing similar is found, this does not mean that you are not in it. Small, dark, "
        "blurred, covered or turned faces can be missed. A face that was put into another picture "
        "often resembles its owner less than a photo does, so “none found” says least about such "
        "pictures."
    ),
    "help.limits.others": (
        "If something similar is found, it may be somebody who looks like you. It is a lead; only "
        "you decide."
    ),
    "help.limits.people": (
        "The built-in model pack is less accurate for these people: {people}. It misses more of "
        "their faces and shows more strangers. It was hardly tested with faces of children and "
        "teenagers. The settings tell you about each pack."
    ),
    "help.limits.content": (
        "It only checks what was added to this case. It does not search the internet and cannot "
        "say whether there is more elsewhere."
    ),
    "help.limits.made": (
        "It does not say how a picture was made, who made it, or whether it is a deepfake."
    ),
    "help.top": "Back to the top",
}

ERRORS = {
    # anything that nobody expected
    "Exception": (
        "Something went wrong inside the program. What was saved in the case before is still there."
    ),
    "MemoryError": "This computer ran out of memory. Close other programs and try again.",
    "OSError": "A file could not be read or written. Check the disk and try again.",
    # app
    "AppError": "The program could not do this.",
    "NoTerminalError": (
        "A passphrase is needed, and there is no terminal to type it in. Give a file with the "
        "passphrase in its first line: {option} FILE"
    ),
    "NoTerminalForIdentityError": (
        "This bundle is locked for the holder of an age key, and there is no terminal to type that "
        "key in. Give the file that holds it (AGE-SECRET-KEY-1...): {option} FILE"
    ),
    "PassphrasesDifferError": "The two passphrases are different. Nothing was done; try again.",
    "PassphraseEmptyError": "The passphrase is empty. Nothing was done; try again.",
    "PassphraseFileError": "This file cannot be used for a passphrase or code: {path}",
    "PassphraseFileMissingError": "This passphrase or code file cannot be opened: {path}",
    "PassphraseFileEmptyError": (
        "The first line of this file is empty; it should hold the passphrase or code: {path}"
    ),
    "PassphraseFileNotTextError": (
        "This file is not text (UTF-8), so it was not used as a passphrase or code: {path}"
    ),
    "SettingsError": "The settings could not be saved: {path}",
    "SettingsNotSavedError": (
        "Your choice applies until you leave, but it could not be saved for the next time: the "
        "disk is full, or you may not write there: {path}"
    ),
    "SettingsNotRemovedError": (
        "The settings are reset until you leave, but the small file with your settings could not "
        "be removed. Remove it yourself: {path}"
    ),
    "FileMissingError": "There is no file or folder with that name: {path}",
    "WindowMissingError": (
        "The window cannot be opened: a part of the system that it needs is missing ({part}). "
        "The command line works without it: geoul --help"
    ),
}
