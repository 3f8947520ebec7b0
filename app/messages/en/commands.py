"""What the commands say, in English."""

COMMANDS = {
    "stopped": (
        "Stopped. What was finished is saved and the case is whole. "
        "Run the same command again to go on."
    ),
    "unexpected": (
        "Please tell the people who make this program (no names are in these lines): {kind}"
    ),
    # passphrases
    "ask.passphrase": "Passphrase of the case: ",
    "ask.new_passphrase": "New passphrase: ",
    "ask.copy_passphrase": "Passphrase for the check copy: ",
    "ask.again": "The same again: ",
    "passphrase.short": (
        "This passphrase is short. A few unrelated words in a row are much harder to guess."
    ),
    "passphrase.file_open_to_others": (
        "Others who use this computer can read this passphrase file: {path}. "
        "Take that right away: chmod 600"
    ),
    # progress
    "progress.find": "Reading {done} of {total}",
    "progress.find.so_far": "Looking for files: {done}",
    "progress.look": "Looking at {done} of {total}",
    "progress.look.so_far": "Looking: {done}",
    "progress.photos": "Looking at your photos: {done} of {total}",
    "progress.photos.so_far": "Looking at your photos: {done}",
    "progress.demo": "Working: {done} of {total}",
    "progress.demo.so_far": "Working: {done}",
    "left.seconds": "about {count} s left",
    "left.minutes": "about {count} min left",
    "left.hours": "about {count} h left",
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
    "yes": "yes",
    "no": "no",
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
    "otherwise.add": (
        "Items that were looked at in another way than now: {count}. "
        "Look at them again: geoul scan CASE"
    ),
    # scan
    "scan.again": "Of these once more:     {count}",
    "scan.kept": "Not looked at again, so what was found in them before stays: {count}",
    "scan.apart": (
        "Items that a check still cannot compare: {count}. They were looked at with another model "
        "pack, and their files are out of reach. Bring the files back to where they were and scan "
        "again."
    ),
    "scan.nothing": "Nothing is left to look at.",
    "scan.next": "Now check: geoul check {case} --me PHOTO --attest self",
    "question.password": "{name} is locked. Give its password: --password-file FILE",
    "question.owner": "Who exported {name}? Give the name: --owner NAME",
    "blocked.line": "  {name}: {why}",
    "add.next": "Now check: geoul check CASE --me PHOTO --attest self",
    # list, show, decide
    "list.line": "{item:>6}  {state}  {name}",
    "list.line_why": "{item:>6}  {state}  {name}: {why}",
    "list.line_limit": "{item:>6}  {state}  {name}: {why} [{limit}]",
    "list.none": "No items.",
    "state.pending": "not looked at yet   ",
    "state.done": "looked at           ",
    "state.no-face": "no face             ",
    "state.unchecked": "could not be checked",
    "show.line": "{label} {value}",
    "show.item": "Item {item}",
    "show.sources": "It was seen here, too",
    "show.faces": "Faces: {count}",
    "show.face_line": "  face {face}: at {time} (seen {first} to {last}){decision}",
    "show.decision_line": "Your decision on the whole item: {verdict}",
    "decision.confirm": "confirmed",
    "decision.reject": "rejected",
    "decision.unsure": "not sure",
    "decided": "Kept: item {item}: {verdict}",
    "decided.face": "Kept: item {item}, face {face}: {verdict}",
    "decided.which_face": (
        "This item has {count} faces. Only a decision on one of them (--face N) lets the next "
        "check use it."
    ),
    "decided.by_nobody": (
        "Nobody is named as the one who decided. Name whoever it is with --role, such as --role "
        "victim: the log and the report say it."
    ),
    "decided.all": (
        "Everything that came up is decided. To hand over what you confirmed to the police or a "
        "support centre: geoul export {case} OUT.zip"
    ),
    # copy
    "copy.made": "The check copy was made: {path}",
    "copy.what": (
        "It holds numbers that describe faces, and item numbers; no pictures, names or links.\n"
        "Tell its passphrase by another way than the copy. These numbers are personal data of "
        "everybody in the\n"
        "case: agree that the copy is deleted after the check."
    ),
    # models
    "models.heading": "Model packs",
    "models.installed": "{name} (installed)",
    "models.missing": "{name} (not installed)",
    "models.licence": "  licence:            {text}",
    "models.files": "  its files:          {files}",
    "models.measured": "  measured on:        {text}",
    "models.poor": "  less well:          {people}",
    "licence.research": "non-commercial research only (its makers allow no other use)",
    "models.uncalibrated": (
        "  not measured yet:   how many look-alikes to expect is not known for it"
    ),
    "models.how": "Add a pack from its folder, zip or model file: geoul models add PATH",
    "models.added": 'Added the model pack "{name}".',
    "models.unknown_files": (
        "Geoul does not know these files, so it cannot say whether they are safe to rely on: "
        "{files}"
    ),
    # what to type after an error
    "hint.ModelError": "Add it: geoul models add PATH",
    "hint.built_in": "See what is missing and how to install it: geoul models",
    "hint.UnknownPackError": "See which there are: geoul models",
    "hint.PackMismatchError": "Look again: geoul scan CASE",
    "hint.PackOfCaseMissingError": (
        "Add it: geoul models add PATH. Or look at everything again with the pack that comes with "
        "the program: geoul scan CASE --pack open"
    ),
    "hint.PackOfCopyMissingError": "Add it: geoul models add PATH",
    "hint.CaseMissingError": "To make one: geoul case new CASE",
    "hint.ItemMissingError": "See which there are: geoul list CASE",
    "hint.FaceMissingError": "See which there are: geoul show CASE ITEM",
}
