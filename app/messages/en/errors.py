"""What happened and what to do, in English."""

ERRORS = {
    # anything that nobody expected
    "Exception": (
        "Something went wrong inside the program. What was saved in the case before is still there."
    ),
    "MemoryError": "This computer ran out of memory. Close other programs and try again.",
    "OSError": "The system refused to read or write a file. Check the disk and try again.",
    # face
    "FaceError": "The content could not be looked at.",
    "UnreadableMediaError": "This file could not be checked: {why}",
    "ModelError": 'The model pack "{pack}" cannot be used. Add it again.',
    "ModelMissingError": (
        'A file of the model pack "{pack}" is not installed: {file}. Without it no face can be '
        "found or compared. Install the program again, or add the pack again if you added it."
    ),
    "ModelDamagedError": (
        'A file of the model pack "{pack}" is not the one it should be: {file}. It may be damaged '
        "or swapped, so it was not used. Install the program again; if you added the pack, get it "
        "again from its source and add it."
    ),
    "UnknownPackError": ('"{pack}" is no model pack that Geoul knows, so it was not used.'),
    "PackMismatchError": (
        "These faces were measured with different model packs ({found}, but {wanted} is needed) "
        "and cannot be compared. Look at the content again with one pack."
    ),
    # app
    "AppError": "The program could not do this.",
    "NoTerminalError": (
        "A passphrase is needed and there is no terminal to type it on. "
        "Give a file that holds it in its first line: {option} FILE"
    ),
    "NoTerminalForIdentityError": (
        "This bundle is locked for the holder of an age key, and there is no terminal to type "
        "that key on. Give the file that holds it (AGE-SECRET-KEY-1...): {option} FILE"
    ),
    "PassphrasesDifferError": "The two passphrases are not the same. Nothing was done; try again.",
    "PassphraseEmptyError": "The passphrase is empty. Nothing was done; try again.",
    "PassphraseFileError": "This file cannot be used for a passphrase or code: {path}",
    "PassphraseFileMissingError": "This passphrase or code file cannot be opened: {path}",
    "PassphraseFileEmptyError": (
        "The first line of this file is empty; it should hold the passphrase or code: {path}"
    ),
    "PassphraseFileNotTextError": (
        "This file is not text (UTF-8), so it was not taken for a passphrase or code: {path}"
    ),
    "OwnPhotosUnusableError": (
        "None of these photos can be used for a check. Take a new one from the front, in daylight, "
        "with only you in it, and try again."
    ),
    "OwnFaceNotChosenError": (
        "Geoul does not know yet which face in your photos is yours. Say its number, as the list "
        "of your photos shows, and check again."
    ),
    "PackOfCaseMissingError": (
        'This case was looked at with the model pack "{pack}", and that is not installed here. '
        "Nothing was done."
    ),
    "PackOfCopyMissingError": (
        'This check copy was made with the model pack "{pack}", and that is not installed here. '
        "Add it. Or ask whoever made the copy to look at the case again with the pack that comes "
        "with the program, and to make a new check copy."
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
    "SettingsError": "The settings could not be kept: {path}",
    "SettingsNotKeptError": (
        "Your choice counts until you leave, but it could not be kept for the next time: the disk "
        "is full, or the system does not let this program write there: {path}"
    ),
    "SettingsNotRemovedError": (
        "Everything is as on the first day until you leave, but the small file with your settings "
        "could not be removed. Remove it yourself: {path}"
    ),
    "FileMissingError": "There is no file or folder of that name: {path}",
    "WorkerStartError": (
        "The part of the program that opens files safely did not start ({detail}). Nothing was "
        "lost. Close other programs and try again; if it goes on, install the program again."
    ),
    "SandboxMissingError": (
        "This system cannot shield the program from harmful files ({detail}), so none "
        "was opened. Bring the system up to date (on Linux: the package libseccomp2) and try again."
    ),
    "BrokenProtocolError": (
        "The part of the program that opens files gave an answer that cannot be true. "
        "What was saved before is still there; try again."
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
    "WindowMissingError": (
        "The window cannot be opened: a part of the system that it needs is missing ({part}). "
        "The command line works without it: geoul --help"
    ),
    "NothingToRevealError": (
        "This is a check copy: it holds no pictures, only numbers. Take the number of this item "
        "to the person who gave you the copy; the case itself can show it."
    ),
    "PictureMissingError": (
        "A picture that the demo needs is not installed: {name}. Install the program again."
    ),
    "FolderExistsError": "This folder is there already: {path}. Name one that is not.",
}

REASONS = {
    "not-media": "it is neither a picture nor a video, or none that can be read.",
    "empty": "it is empty (0 bytes). Try to get it again from where it came.",
    "damaged": "it is damaged. Try to get it again from where it came.",
    "truncated": "it breaks off before its end. Try to get it again from where it came.",
    "too-large": "it is larger, or holds more, than can be looked at safely.",
    "too-long": "it is longer than can be looked at to its end.",
    "no-video": "there is no picture in this video, only sound or other data.",
    "encrypted": "it is locked with a password.",
    "unreadable-file": (
        "the system does not let this program read it. Check its permissions, then add it again."
    ),
    "changed": "it has changed since it was added. Add it again.",
    "gone": "it is no longer where it was. Put it back or add it again.",
    "decoder-died": (
        "opening it made the part that reads files break down; a damaged or hostile file can do "
        "that."
    ),
    "decoder-timeout": "opening it took too long.",
    "decoder-memory": "opening it took too much memory.",
    "decoder-lied": "opening it gave values that cannot be true, so they were not used.",
    "other-pack": "it was looked at with another model pack.",
    "locked": (
        "it is in an archive whose password is not known. Add the archive again and give the "
        "password."
    ),
    "too-deep": (
        "it lies in too many archives in one another. Unpack the outer one and add what was in it."
    ),
    "not-in-export": (
        "it was left out of the export. Export the chat again with this kind of file, without a "
        "limit on the size."
    ),
    "over-export-limit": (
        "it is larger than what was to be exported. Export the chat again with a higher limit on "
        "the size."
    ),
    "unavailable": (
        "it could not be loaded when the chat was exported. Try to export the chat again."
    ),
    "link-only": "there is only a link to it, and no file.",
    # not of the face package: what the app itself finds
    "pending": "it has not been looked at yet.",
    "missing": "there is no file or folder of that name.",
    "link": "it is a link, and links are not followed. Add what it points to instead.",
    "special-file": "it is neither a file nor a folder.",
    "not-of-a-message": (
        "it belongs to the account that was exported and not to a message, so it was not taken."
    ),
    "the-case": "it is this case itself.",
    "folder-unreadable": "the system does not let this program open this folder.",
}
