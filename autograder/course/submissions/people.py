"""Who is one person: those who share what a system knows them by, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations
from unicodedata import normalize

from autograder.course.identities import Identity
from autograder.course.submissions.student_keys import MARK, short_digest

FIELDS = ("name", "id", "email", "source")


@dataclass(eq=False)
class _Person:
    """What downloads tell of one person.

    Attributes
    ----------
    download : int
        The first that names this person; -1 for who is known from before.
    identities : list of Identity
        As the downloads tell them, the first first.
    claims : dict of tuple to set of str
        What tells who it is, by kind.
    """

    download: int
    identities: list[Identity] = field(default_factory=list)
    claims: dict[tuple, set] = field(default_factory=lambda: defaultdict(set))

    def take(self, identity):
        """Note that it is this person."""
        self.identities.append(identity)
        for kind, value in identity.claims.items():
            self.claims[kind].add(value)

    def contradicts(self, claims):
        """Return whether it is certain that some claims are another person's."""
        return any(
            self.claims.get(kind) and not self.claims[kind] & values
            for kind, values in claims.items()
            if kind[1] != "number"  # of an assignment; the same person has others elsewhere
        )

    def as_one(self):
        """Return one identity with all that is known."""
        first, *others = self.identities
        for other in others:
            missing = {name: getattr(first, name) or getattr(other, name) for name in FIELDS}
            first = replace(first, **missing)
        return first


def joined(identities, known=()):
    """Return who is who.

    Parameters
    ----------
    identities : iterable of (int, Identity)
        The number of a download, and one whom it names.
    known : iterable of Identity
        Those of before, who keep their keys.

    Returns
    -------
    people : dict of Identity to Identity
        For each identity that of the person, under a key that is nobody else's.
    notes : list of str
        A sentence for each key that was changed, and for each identity that two people claim.
    """
    people, by_claim, notes = [], defaultdict(list), []
    pairs = [*((-1, each) for each in known), *dict.fromkeys(identities)]
    for download, identity in pairs:
        person = _person_of(identity, by_claim, people, notes)
        if person is None:
            person = _Person(download)
            people.append(person)
        person.take(identity)
        for claim in identity.claims.items():
            if person not in by_claim[claim]:
                by_claim[claim].append(person)
    keys, more = _keys(people)
    merged = {each: replace(each.as_one(), student=keys[each]) for each in people}
    return {i: merged[each] for each in people for i in each.identities}, notes + more


def _person_of(identity, by_claim, people, notes):
    """Return the person who shares a claim with an identity and contradicts none, or None.

    If that holds of several, it has just turned out that they are one.
    """
    claims = {kind: {value} for kind, value in identity.claims.items()}
    sharing = list(dict.fromkeys(p for claim in identity.claims.items() for p in by_claim[claim]))
    fitting = [each for each in sharing if not each.contradicts(claims)]
    if sharing and not fitting:
        notes.append(
            f"{_known_as(identity)} and {_known_as(sharing[0].identities[0])} share what should "
            "tell who they are; they stay apart."
        )
    for other in fitting[1:]:
        if other.download >= 0 and not fitting[0].contradicts(other.claims):
            for each in other.identities:
                fitting[0].take(each)
            people.remove(other)
            for claimed in by_claim.values():
                claimed[:] = dict.fromkeys(fitting[0] if p is other else p for p in claimed)
    return fitting[0] if fitting else None


def _known_as(identity):
    known = (identity.name, identity.id, identity.email, identity.account, identity.source)
    return ", ".join(filter(None, known)) or identity.student


def _keys(people):
    """Return a key for each person, no two alike whatever their case, and notes on the changed.

    Who is known from before, or comes alone with a key in an earlier download, has it as it is.
    """
    sharing = defaultdict(list)
    for each in people:
        sharing[each.identities[0].student.casefold()].append(each)
    keys, notes, taken = {}, [], set(sharing)
    for group in sharing.values():
        first = [each for each in group if each.download == min(p.download for p in group)]
        kept = first if len(first) == 1 or first[0].download < 0 else []
        keys |= {each: each.identities[0].student for each in kept}
        for each in group:
            if each not in kept:
                identity = each.identities[0]
                keys[each] = _own_key(identity, taken)
                notes.append(
                    f"{identity.student}: {len(group)} students would have this name; the one "
                    f"known as {_known_as(identity)} is {keys[each]}."
                )
    return keys, notes


def _own_key(identity, taken):
    """Return a key that depends on a person alone, and that nobody has; note that it is taken."""
    length = 6
    while (key := f"{identity.student}{MARK}{short_digest(repr(identity), length)}") in taken:
        length += 1
    taken.add(key)
    return key


def perhaps_one(hand_ins, students, known):
    """Yield a sentence for each name under several numbers that may be one person.

    Moodle gives people new numbers in each assignment. Two who are in one download are two; so are
    two with different e-mail addresses.

    Parameters
    ----------
    hand_ins : iterable of HandIn
        What was handed in.
    students : dict of str to Identity
        Who did, by key.
    known : iterable of Identity
        Those of before.
    """
    named, by_name = (
        {each: {-1} for each in known if each.student not in students},
        defaultdict(list),
    )
    for each in hand_ins:
        named.setdefault(students[each.identity.student], set()).add(each.download)
    for each in named:
        if each.is_numbered_anew:
            by_name[normalize("NFC", each.name).casefold()].append(each)
    for several in by_name.values():
        if any(_may_be_one(one, other, named) for one, other in combinations(several, 2)):
            keys = " and ".join(each.student for each in several)
            yield (
                f"{several[0].name} may be one person with several rows: {keys}. Moodle gives "
                "people other numbers in each assignment. To join them, put its grading "
                "worksheets, which have e-mail addresses, beside the downloads, and grade into a "
                "new folder."
            )


def _may_be_one(one, other, named):
    are_told_apart = one.email and other.email and one.email.casefold() != other.email.casefold()
    return not are_told_apart and not named[one] & named[other]
