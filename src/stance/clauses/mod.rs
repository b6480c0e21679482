//! Subjects, objects and governing verbs of the verb groups of a sentence.

mod finite;

use super::chunks::{Chunk, ChunkKind, VerbGroup, is_agent};
use super::vocabulary::{Forms, Sym};
use super::words::{Tag, Word};

/// A verb group with what it takes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clause {
    /// Chunk of its subject, in the sense of the surface.
    pub subject: Option<usize>,
    /// Chunk of its direct object or predicate noun.
    pub object: Option<usize>,
    /// The verb that governs it: "agreed" of "agreed to stop".
    pub governor: Option<usize>,
    /// A passive, also a reduced one: "groups trained by".
    pub passive: bool,
    /// Whether it stands in a relative clause.
    pub relative: bool,
}

/// Verbs whose grammar the clause builder must know.
#[derive(Debug, Default)]
pub struct VerbClasses {
    /// The object does the infinitive.
    pub object_control: Vec<bool>,
    /// The object does the gerund.
    pub object_of_gerund: Vec<bool>,
    /// Verbs of asking somebody to do something.
    pub demand: Vec<bool>,
    /// Verbs of demanding that leave no choice.
    pub ordering: Vec<bool>,
    /// Verbs of warning of what may come.
    pub warning: Vec<bool>,
    /// Subject and object both do what follows.
    pub joint: Vec<bool>,
    /// The object is said to be something to the subject.
    pub dubbing: Vec<bool>,
    /// The object is said, after "as", to be something.
    pub describing: Vec<bool>,
    /// Verbs of giving up an office, or of begging pardon.
    pub resigning: Vec<bool>,
    /// Two objects.
    pub dative: Vec<bool>,
    /// Either side fights the other.
    pub fighting: Vec<bool>,
    /// A body is left for good, a state only travelled from.
    pub leaving: Vec<bool>,
    /// An accusation is turned down.
    pub denial: Vec<bool>,
    /// Relations get worse.
    pub souring: Vec<bool>,
    /// The noun after it says what is done: "pursue talks".
    pub helping: Vec<bool>,
    /// Bodies come about.
    pub founding: Vec<bool>,
    /// The subject gets something.
    pub receiving: Vec<bool>,
    /// The subject is no party to what the object names.
    pub outside: Vec<bool>,
    /// A body has members.
    pub including: Vec<bool>,
    /// Participles of means.
    pub means: Vec<bool>,
    /// A clause without "that" may follow.
    pub saying: Vec<bool>,
    /// who, whom
    pub who: [Sym; 2],
    /// "by", "of", "for", "from".
    pub by: Sym,
    /// Prepositions before a gerund whose subject is the object.
    pub of_for_from: [Sym; 3],
}

impl VerbClasses {
    /// Whether a verb belongs to a class.
    pub fn is(set: &[bool], sym: Sym) -> bool {
        set.get(sym as usize).is_some_and(|&yes| yes)
    }
}

/// Builds the clauses of one sentence.
pub struct Builder<'a> {
    /// The words.
    pub words: &'a [Word],
    /// The chunks.
    pub chunks: &'a [Chunk],
    /// The verb groups.
    pub verbs: &'a [VerbGroup],
    /// What verbs take.
    pub classes: &'a VerbClasses,
}

impl Builder<'_> {
    /// The clause of each verb group.
    pub fn build(&self, clauses: &mut Vec<Clause>) {
        clauses.clear();
        for (index, verb) in self.verbs.iter().enumerate() {
            let clause = self.clause(index, verb, clauses);
            clauses.push(clause);
        }
        self.fill_fronted(clauses);
    }

    fn clause(&self, index: usize, verb: &VerbGroup, before: &[Clause]) -> Clause {
        let mut clause = Clause {
            passive: verb.passive,
            ..Clause::default()
        };
        if verb.infinitive || verb.gerund {
            self.nonfinite(verb, before, &mut clause);
        } else {
            self.finite(index, verb, before, &mut clause);
        }
        if !clause.passive && clause.object.is_none() {
            clause.object = self.object_after(verb.chunk);
        }
        clause
    }

    /// The noun group right after a verb.
    fn object_after(&self, chunk: usize) -> Option<usize> {
        let mut next = chunk + 1;
        while self.kind(next) == Some(ChunkKind::Adv) {
            next += 1;
        }
        let part = self.chunks.get(next).is_some_and(|chunk| self.words[chunk.head].tag == Tag::Det) && self.is_of(next + 1);
        let next = if part { next + 2 } else { next };
        (self.kind(next) == Some(ChunkKind::Nouns)).then_some(next)
    }

    /// Whether the chunk is "of": "most of its sanctions".
    fn is_of(&self, chunk: usize) -> bool {
        let of = self.classes.of_for_from[0];
        self.chunks
            .get(chunk)
            .is_some_and(|chunk| chunk.kind == ChunkKind::Prep && self.words[chunk.head].lexeme.form == of)
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.chunks.get(chunk).map(|chunk| chunk.kind)
    }

    /// The chunk before, over adverbs.
    fn before(&self, chunk: usize) -> Option<usize> {
        (0..chunk).rev().find(|&at| self.chunks[at].kind != ChunkKind::Adv)
    }

    fn lemma(&self, verb: usize) -> Sym {
        self.words[self.verbs[verb].head].lexeme.verb
    }

    /// The nearest verb group before a chunk within its clause.
    fn verb_before(&self, chunk: usize) -> Option<usize> {
        self.chunks[..chunk]
            .iter()
            .rev()
            .take_while(|chunk| chunk.kind != ChunkKind::Break)
            .find(|chunk| chunk.kind == ChunkKind::Verbs)
            .map(|chunk| chunk.verb)
    }

    fn nonfinite(&self, verb: &VerbGroup, before: &[Clause], clause: &mut Clause) {
        let Some(at) = self.before(verb.chunk) else { return };
        let earlier = self.verb_before(verb.chunk).filter(|&earlier| earlier < before.len());
        let shared = earlier.and_then(|earlier| before[earlier].subject);
        match self.chunks[at].kind {
            ChunkKind::Verbs => (clause.governor, clause.subject) = (earlier, shared),
            ChunkKind::Coord => self.coordinated(verb, at, before, clause),
            ChunkKind::Nouns if verb.infinitive && self.is_phrasal_object(at, earlier) => {
                (clause.governor, clause.subject) = (earlier, Some(at));
            }
            // "Iranian efforts to build", "Russia's decision to arm"
            ChunkKind::Nouns if verb.infinitive && self.is_owned(at) => clause.subject = Some(at),
            ChunkKind::Nouns if verb.infinitive => {
                clause.governor = earlier.filter(|&earlier| before[earlier].object == Some(at));
                clause.subject = match clause.governor {
                    Some(governor) if VerbClasses::is(&self.classes.object_control, self.lemma(governor)) => Some(at),
                    Some(_) => shared,
                    None if self.is_after_for(at) => Some(at),
                    None => earlier.filter(|&e| self.verbs[e].finite).and(shared).or(Some(at)),
                };
            }
            ChunkKind::Nouns => clause.subject = Some(at),
            ChunkKind::Prep => self.after_preposition(at, earlier, before, clause),
            ChunkKind::Comma if verb.infinitive && self.lists_infinitives(before) => {
                let first = before.last().copied().unwrap_or_default();
                (clause.governor, clause.subject) = (first.governor, first.subject);
            }
            ChunkKind::Comma | ChunkKind::Sub => {
                let reduced = |earlier: usize| self.verbs[earlier].bare_participle && before[earlier].passive;
                let finite = (0..before.len())
                    .rev()
                    .find(|&earlier| self.verbs[earlier].finite && !reduced(earlier));
                clause.subject = finite.and_then(|finite| before[finite].subject);
                clause.governor = finite.filter(|_| verb.infinitive && self.chunks[at].kind == ChunkKind::Comma);
            }
            _ => {}
        }
    }

    /// "urged X to leave, to stop": the verb before is an infinitive that somebody is asked to do.
    fn lists_infinitives(&self, before: &[Clause]) -> bool {
        let last = before.len().checked_sub(1).filter(|&last| self.verbs[last].infinitive);
        last.is_some_and(|last| before[last].governor.is_some())
    }

    /// "called on Iran to": the noun group after the preposition of an object-control verb.
    fn is_phrasal_object(&self, nouns: usize, earlier: Option<usize>) -> bool {
        let Some(earlier) = earlier else { return false };
        let near = nouns == self.verbs[earlier].chunk + 2 && self.chunks[nouns - 1].kind == ChunkKind::Prep;
        near && VerbClasses::is(&self.classes.object_control, self.lemma(earlier))
    }

    /// Whether a noun that names nobody stands under a name: whose effort it is.
    fn is_owned(&self, nouns: usize) -> bool {
        let group = &self.chunks[nouns];
        let head = &self.words[group.head];
        let owner = self.words[group.first..group.head]
            .iter()
            .any(|word| word.mention.is_some() && (word.possessive || word.adjectival));
        owner && head.mention.is_none() && !is_agent(head)
    }

    fn is_after_for(&self, nouns: usize) -> bool {
        nouns > 0
            && self.chunks[nouns - 1].kind == ChunkKind::Prep
            && self.words[self.chunks[nouns - 1].head].lexeme.form == self.classes.of_for_from[1]
    }

    /// "accused X of arming": X arms; "thanked by arming": the subject.
    fn after_preposition(&self, prep: usize, earlier: Option<usize>, before: &[Clause], clause: &mut Clause) {
        let form = self.words[self.chunks[prep].head].lexeme.form;
        let Some(earlier) = earlier else {
            clause.subject = self.before(prep).filter(|&at| self.chunks[at].kind == ChunkKind::Nouns);
            return;
        };
        clause.governor = Some(earlier);
        let of_object = VerbClasses::is(&self.classes.object_of_gerund, self.lemma(earlier)) && self.classes.of_for_from.contains(&form);
        clause.subject = if of_object && !before[earlier].passive {
            before[earlier].object.or(before[earlier].subject)
        } else {
            before[earlier].subject
        };
    }

    /// Shares subject and governor with the verb before "and".
    fn coordinated(&self, verb: &VerbGroup, coordinator: usize, before: &[Clause], clause: &mut Clause) {
        let bare = self.is_base(verb);
        let alike = |earlier: &usize| {
            let other = &self.verbs[*earlier];
            if verb.finite && !(bare && other.infinitive && *earlier + 1 == before.len()) {
                other.finite || other.copula
            } else {
                other.infinitive == verb.infinitive && other.gerund == verb.gerund || !verb.gerund && other.infinitive
            }
        };
        let fits = |earlier: &usize| self.verbs[*earlier].chunk < coordinator;
        let Some(earlier) = (0..before.len()).rev().filter(fits).find(alike) else {
            clause.subject = before.last().and_then(|last| last.subject);
            return;
        };
        clause.subject = before[earlier].subject;
        clause.governor = before[earlier].governor;
        clause.relative = before[earlier].relative;
        if before[earlier].passive && verb.bare_participle {
            clause.passive = self.followed_by_agent(verb.chunk) || self.object_after(verb.chunk).is_none();
        }
    }

    /// "to degrade and ultimately destroy": a base form without auxiliary may go on with an infinitive.
    fn is_base(&self, verb: &VerbGroup) -> bool {
        let forms = self.words[verb.head].lexeme.forms;
        let plain = self.words[self.chunks[verb.chunk].first..verb.head]
            .iter()
            .all(|word| word.tag == Tag::Adv);
        plain && forms.has(Forms::BASE) && !forms.has(Forms::PAST) && !forms.has(Forms::THIRD)
    }

    fn followed_by_agent(&self, chunk: usize) -> bool {
        let mut next = chunk + 1;
        if self.kind(next) == Some(ChunkKind::Coord) && self.kind(next + 1) == Some(ChunkKind::Verbs) {
            next += 2;
        }
        while self.kind(next) == Some(ChunkKind::Adv) {
            next += 1;
        }
        let by = |at: usize| {
            self.chunks
                .get(at)
                .is_some_and(|chunk| chunk.kind == ChunkKind::Prep && self.words[chunk.head].lexeme.form == self.classes.by)
        };
        // "supplied with drones by"
        let phrase = self.kind(next) == Some(ChunkKind::Prep) && self.kind(next + 1) == Some(ChunkKind::Nouns);
        by(next) || phrase && by(next + 2)
    }

    /// "By attacking X, Y ...": the subject of what follows.
    fn fill_fronted(&self, clauses: &mut [Clause]) {
        for index in 0..clauses.len() {
            if clauses[index].subject.is_none() && !self.verbs[index].finite {
                let later = (index + 1..clauses.len()).find(|&later| self.verbs[later].finite && clauses[later].subject.is_some());
                let fronted = self.chunks[..self.verbs[index].chunk]
                    .iter()
                    .all(|chunk| matches!(chunk.kind, ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Sub));
                if fronted {
                    clauses[index].subject = later.and_then(|later| clauses[later].subject);
                }
            }
        }
    }
}

/// The first noun group of a list that ends here: "A, B and C".
pub fn list_start(chunks: &[Chunk], last: usize) -> usize {
    let mut start = last;
    let mut coordinated = false;
    loop {
        let Some(link) = start.checked_sub(1) else { return start };
        let next = match chunks[link].kind {
            ChunkKind::Coord if chunks[link].opens_clause => return start,
            ChunkKind::Coord => {
                coordinated = true;
                let comma = link.checked_sub(1).filter(|&at| chunks[at].kind == ChunkKind::Comma);
                comma.unwrap_or(link).checked_sub(1)
            }
            ChunkKind::Comma if coordinated && !closes_phrase(chunks, link, last) => link.checked_sub(1),
            _ => None,
        };
        match next {
            Some(next) if chunks[next].kind == ChunkKind::Nouns => {
                let owner = next.checked_sub(1).map(|at| chunks[at].kind);
                if owner == Some(ChunkKind::Verbs) {
                    return last;
                }
                start = next;
            }
            _ => return start,
        }
    }
}

/// "During a visit to Fiji, A and B signed", "Faced with a coup, A and B closed": a comma after a phrase in front of the subject.
fn closes_phrase(chunks: &[Chunk], comma: usize, last: usize) -> bool {
    let fronted = matches!(chunks[0].kind, ChunkKind::Prep | ChunkKind::Verbs | ChunkKind::Sub);
    let subject = chunks.get(last + 1).is_some_and(|next| next.kind == ChunkKind::Verbs);
    let plain = |chunk: &Chunk| !matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Coord | ChunkKind::Break);
    // "In October the presidents of A, B": the phrase ended before.
    let ended = chunks[..comma]
        .windows(2)
        .any(|pair| pair.iter().all(|chunk| chunk.kind == ChunkKind::Nouns));
    fronted && subject && !ended && chunks[..comma].iter().all(plain)
}
