//! The cue lexicon compiled, and the cues of a sentence.

use rustc_hash::FxHashMap;

use crate::lexicon::{Cue, CueKind, Lexicon, PartOfSpeech};

use super::inflect;
use super::vocabulary::{Forms, Lexeme, Sym, Vocabulary};
use super::words::{Tag, Word};

/// A cue of the lexicon, compiled.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// What it signals.
    pub kind: CueKind,
    /// Part of speech.
    pub pos: PartOfSpeech,
    /// CAMEO code, or grade.
    pub code: Box<str>,
    /// The words after the first.
    rest: Box<[Sym]>,
    /// A part of a hyphenated word: -backed.
    pub suffix: bool,
    /// Whether a direct object is the target.
    pub object: bool,
    /// Whether it governs an infinitive, a gerund, a that-clause.
    pub clausal: bool,
    /// Prepositions before the target.
    pub prepositions: Box<[Sym]>,
    /// Both sides.
    pub mutual: bool,
    /// The subject is what is felt about.
    pub experiencer: bool,
    /// Counts with themes only.
    pub theme_only: bool,
    /// Often means something else.
    pub ambiguous: bool,
    /// An attitude only.
    pub want: bool,
    /// The relation was and is no more.
    pub ended: bool,
}

impl Pattern {
    /// -1, 0 or 1.
    pub fn sign(&self) -> i8 {
        match self.kind {
            CueKind::Support => 1,
            CueKind::Oppose => -1,
            _ => 0,
        }
    }

    /// How many adjectives, adverbs and articles may stand between its words.
    fn skips(&self) -> u8 {
        u8::from(self.pos == PartOfSpeech::Verb && !self.rest.is_empty()) * 2
    }

    fn opening(&self) -> Opening {
        Opening {
            pos: self.pos,
            single: self.rest.is_empty(),
            suffix: self.suffix,
        }
    }

    /// Whether it says where somebody stands.
    pub fn is_stance(&self) -> bool {
        matches!(self.kind, CueKind::Support | CueKind::Oppose | CueKind::Neutral)
    }
}

/// A cue in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Index of the pattern.
    pub pattern: u32,
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
}

/// Words that negate by themselves.
const NEGATORS: &[&str] = &[
    "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "without", "cannot", "n't",
];

/// A way for a pattern to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    /// Place among the patterns that begin with the same word: the longest first.
    rank: u32,
    pattern: u32,
    /// How far behind the first word the second may stand.
    reach: u8,
    opening: Opening,
    /// The further words that it must have, as bits.
    rest: u64,
}

/// What a pattern asks of its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Opening {
    pos: PartOfSpeech,
    /// Whether it has no other word.
    single: bool,
    suffix: bool,
}

/// All patterns, by their first word.
#[derive(Default)]
pub struct Patterns {
    all: Vec<Pattern>,
    /// The patterns that need no second, by their first word.
    alone: Vec<Start>,
    /// Those of word `k` are `alone[alone_from[k]..alone_from[k + 1]]`.
    alone_from: Vec<u32>,
    /// The patterns that begin with a word, by their second, not counting an article.
    pairs: FxHashMap<(Sym, Sym), Vec<Start>>,
    /// The seconds of the patterns that begin with a word, as bits: most words nearby are none of them.
    seconds: Vec<u64>,
    /// How far behind the first word of any pattern its second may stand.
    reach: usize,
    /// How far behind it the last may stand.
    span: usize,
    possessive: Vec<bool>,
    conditional: Vec<Sym>,
    negators: Vec<Sym>,
    /// "a", "an": left out before a plural.
    articles: [Sym; 2],
    abilities: [Sym; 2],
    /// "believe in", "think about": no doubt is meant.
    firm: [Sym; 2],
}

impl Patterns {
    /// Compiles the lexicon's cues against the vocabulary made from them.
    pub fn compile(lexicon: &Lexicon, vocabulary: &Vocabulary) -> Self {
        let mut patterns = Self {
            all: Vec::new(),
            alone: Vec::new(),
            alone_from: vec![0],
            pairs: FxHashMap::default(),
            seconds: vec![0; vocabulary.len()],
            reach: 0,
            span: 0,
            possessive: vec![false; vocabulary.len()],
            conditional: ["if", "unless"].iter().map(|word| vocabulary.sym(word)).collect(),
            articles: ["a", "an"].map(|word| vocabulary.sym(word)),
            negators: NEGATORS.iter().map(|word| vocabulary.sym(word)).collect(),
            abilities: ["can", "could"].map(|word| vocabulary.sym(word)),
            firm: ["in", "about"].map(|word| vocabulary.sym(word)),
        };
        for form in ["its", "their", "his", "her", "our", "my", "your", "the", "a", "an"] {
            patterns.possessive[vocabulary.sym(form) as usize] = true;
        }
        patterns.all.push(plain());
        let mut first: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        for cue in lexicon.cues.iter().filter(|cue| cue.kind != CueKind::Agent) {
            patterns.add(cue, vocabulary, &mut first);
        }
        for (sym, mut list) in (0..).zip(first) {
            let all = &patterns.all;
            list.sort_by_key(|&pattern| (std::cmp::Reverse(all[pattern as usize].rest.len()), pattern));
            patterns.begin(sym, &list);
        }
        patterns
    }

    /// Files the patterns that begin with a word, the longest first, by their second.
    fn begin(&mut self, first: Sym, list: &[u32]) {
        for (rank, &index) in (0..).zip(list) {
            let pattern = &self.all[index as usize];
            let articles = pattern.rest.iter().take_while(|sym| self.articles.contains(sym)).count();
            let start = Start {
                rank,
                pattern: index,
                reach: 1 + pattern.skips() + u8::try_from(articles).unwrap_or(u8::MAX),
                opening: pattern.opening(),
                rest: self.bits_of_rest(pattern),
            };
            self.span = self.span.max(pattern.rest.len() + usize::from(pattern.skips()));
            match pattern.rest.get(articles).copied().filter(|&second| second != 0) {
                Some(second) => {
                    let second = self.one_possessive(second);
                    self.pairs.entry((first, second)).or_default().push(start);
                    self.seconds[first as usize] |= bit(second);
                    self.reach = self.reach.max(start.reach.into());
                }
                None => self.alone.push(start),
            }
        }
        self.alone_from.push(u32::try_from(self.alone.len()).unwrap_or(u32::MAX));
    }

    /// The patterns that begin with a word and need no second.
    fn alone(&self, first: Sym) -> &[Start] {
        &self.alone[self.alone_from[first as usize] as usize..self.alone_from[first as usize + 1] as usize]
    }

    /// Whether a pattern begins with a word.
    pub fn begins(&self, lexeme: &Lexeme) -> bool {
        let syms = [lexeme.verb, lexeme.noun, lexeme.form];
        syms.iter()
            .any(|&sym| self.seconds[sym as usize] != 0 || !self.alone(sym).is_empty())
    }

    /// The words after the first, as bits; articles may be left out.
    fn bits_of_rest(&self, pattern: &Pattern) -> u64 {
        let needed = pattern.rest.iter().filter(|sym| **sym != 0 && !self.articles.contains(sym));
        needed.fold(0, |bits, &sym| bits | bit(self.one_possessive(sym)))
    }

    /// One for all possessives and articles, which stand for one another: "its", "the".
    fn one_possessive(&self, sym: Sym) -> Sym {
        if self.possessive[sym as usize] { self.articles[0] } else { sym }
    }

    fn add(&mut self, cue: &Cue, vocabulary: &Vocabulary, first: &mut [Vec<u32>]) {
        let lemma = cue.lemma.trim_matches('-');
        let whole = !lemma.contains(' ');
        let pieces: Vec<&str> = if whole {
            vec![lemma]
        } else {
            lemma.split(' ').flat_map(|part| split_unknown(part, vocabulary)).collect()
        };
        let rest: Box<[Sym]> = pieces[1..].iter().map(|piece| vocabulary.sym(piece)).collect();
        let has = |name: &str| cue.targets.iter().any(|target| target == name);
        let flag = |name: &str| cue.flags.iter().any(|flag| flag == name);
        let clauses = ["inf", "ing", "that"];
        let pattern = Pattern {
            kind: cue.kind,
            pos: cue.pos,
            code: cue.code.as_str().into(),
            rest,
            suffix: cue.lemma.starts_with('-'),
            object: has("obj") || cue.targets.is_empty() && cue.pos == PartOfSpeech::Verb,
            clausal: clauses.iter().any(|name| has(name)),
            prepositions: prepositions(cue, vocabulary),
            mutual: flag("mutual"),
            experiencer: flag("experiencer"),
            theme_only: flag("theme_only"),
            ambiguous: flag("ambiguous"),
            want: flag("want"),
            ended: flag("ended"),
        };
        let index = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(pattern);
        let mut firsts: Vec<Sym> = inflect::spellings(pieces[0]).iter().map(|form| vocabulary.sym(form)).collect();
        firsts.sort_unstable();
        firsts.dedup();
        for sym in firsts.into_iter().filter(|&sym| sym != 0) {
            first[sym as usize].push(index);
        }
    }

    /// The pattern of words that are no cue of their own.
    pub fn plain(&self) -> u32 {
        0
    }

    /// Whether the form is "if" or "unless".
    pub fn is_if(&self, form: Sym) -> bool {
        self.conditional.contains(&form)
    }

    /// The pattern of a hit.
    pub fn get(&self, hit: Hit) -> &Pattern {
        &self.all[hit.pattern as usize]
    }

    /// The cues of a sentence: the longest at each word; cues of different kinds may share words.
    pub fn find(&self, words: &[Word], hits: &mut Vec<Hit>) {
        hits.clear();
        let mut starts = Vec::new();
        let keys: Vec<[Sym; 3]> = words.iter().map(|word| self.keys(word)).collect();
        for at in 0..words.len() {
            let word = &words[at];
            if word.mention.is_some() || word.lexeme.form == 0 || !word.lexeme.begins_cue {
                continue;
            }
            let begin = hits.len();
            let mut syms = [word.lexeme.verb, word.lexeme.noun, word.lexeme.form];
            if syms[1] == syms[0] {
                syms[1] = 0;
            }
            if syms[2] == syms[0] || syms[2] == syms[1] {
                syms[2] = 0;
            }
            for sym in syms.into_iter().filter(|&sym| sym != 0) {
                self.starts(sym, word, &keys[at + 1..], &mut starts);
                let starts = if starts.is_empty() { self.alone(sym) } else { &starts[..] };
                for &Start { pattern, opening, .. } in starts.iter().filter(|start| fits(start.opening, sym, word)) {
                    let last = if opening.single { Some(at) } else { self.last(pattern, at, words) };
                    if let Some(last) = last {
                        push(hits, begin, Hit { pattern, first: at, last }, &self.all);
                    }
                }
            }
        }
        let all = &self.all;
        drop_covered(hits, all);
    }

    /// The words of a hit that are reported as the cue: of a negation the word that negates, of a hedge the shortest that hedges.
    ///
    /// `None` where it turns or softens without being a negation or a hedge by itself: "hardly", "about".
    pub fn core(&self, hit: Hit, words: &[Word]) -> Option<Hit> {
        let pattern = self.get(hit);
        let inside = hit.first..=hit.last;
        let word = |at: usize| Hit {
            first: at,
            last: at,
            ..hit
        };
        match pattern.kind {
            CueKind::Negation => inside
                .clone()
                .find(|&at| self.negators.contains(&words[at].lexeme.form) && !is_answer(at, words))
                .map(word),
            CueKind::Hedge if is_degree(pattern) || self.is_denied(hit, words) || self.is_certain(hit, words) => None,
            CueKind::Hedge if hit.first < hit.last => {
                let hedges = |at: &usize| self.hedges_alone(&words[*at]);
                inside.clone().find(hedges).map(word).or(Some(hit))
            }
            _ => Some(hit),
        }
    }

    /// "cannot", "could not" deny; "thinking of" names an activity: neither is uncertain.
    fn is_denied(&self, hit: Hit, words: &[Word]) -> bool {
        let ability = hit.first == hit.last && self.abilities.contains(&words[hit.first].lexeme.form);
        let denied = words.get(hit.first + 1).is_some_and(|next| next.tag == Tag::Not);
        let activity = self.get(hit).pos == PartOfSpeech::Verb && words[hit.first].lexeme.forms.has(Forms::ING);
        ability && denied || activity
    }

    /// "the chance of" may come, "no chance" and "a wonder" may not; "'d" is "had" as often as "would"; who believes in something is sure.
    fn is_certain(&self, hit: Hit, words: &[Word]) -> bool {
        let pattern = self.get(hit);
        let next = words.get(hit.last + 1);
        let before = hit.first.checked_sub(1).map(|at| &words[at]);
        match pattern.pos {
            PartOfSpeech::Noun => {
                let denied = before.is_some_and(|word| self.negators.contains(&word.lexeme.form));
                let open = next.is_some_and(|word| {
                    matches!(word.tag, Tag::That | Tag::To) || word.tag == Tag::Prep && pattern.prepositions.contains(&word.lexeme.form)
                });
                denied || !open
            }
            PartOfSpeech::Aux => words[hit.first].span.len() < 3,
            PartOfSpeech::Verb => next.is_some_and(|word| self.firm.contains(&word.lexeme.form)),
            _ => false,
        }
    }

    fn hedges_alone(&self, word: &Word) -> bool {
        [word.lexeme.verb, word.lexeme.form].into_iter().filter(|&sym| sym != 0).any(|sym| {
            self.alone(sym).iter().any(|start| {
                let pattern = &self.all[start.pattern as usize];
                pattern.kind == CueKind::Hedge && pattern.rest.is_empty() && !is_degree(pattern) && fits(start.opening, sym, word)
            })
        })
    }

    /// What a word counts as where it is the second of a pattern: its form, its singular, any possessive.
    fn keys(&self, word: &Word) -> [Sym; 3] {
        let possessive = matches!(word.tag, Tag::Poss | Tag::Det);
        let plural = if word.lexeme.plural { word.lexeme.noun } else { 0 };
        let own = [self.one_possessive(word.lexeme.form), plural].map(|sym| if word.mention.is_none() { sym } else { 0 });
        [own[0], own[1], if possessive { self.articles[0] } else { 0 }]
    }

    /// The patterns that may begin with `word` as `first` before words with these keys, the longest first: those whose words are
    /// near. None where only patterns of one word may.
    fn starts(&self, first: Sym, word: &Word, keys: &[[Sym; 3]], starts: &mut Vec<Start>) {
        starts.clear();
        let bits = self.seconds[first as usize];
        if bits == 0 {
            return;
        }
        let near = keys.iter().take(self.span).flatten().fold(0, |bits, &key| bits | bit(key));
        let fitting = |start: &&Start| start.rest & !near == 0 && fits(start.opening, first, word);
        for (distance, seconds) in (1_u8..).zip(keys.iter().take(self.reach)) {
            for &second in seconds.iter().filter(|&&second| second != 0 && bits & bit(second) != 0) {
                let known = self.pairs.get(&(first, second)).map(Vec::as_slice).unwrap_or_default();
                starts.extend(known.iter().filter(|start| start.reach >= distance).filter(fitting));
            }
        }
        if !starts.is_empty() {
            starts.extend_from_slice(self.alone(first));
            starts.sort_unstable();
            starts.dedup();
        }
    }

    /// The last word of the pattern where the word at `at` is its first.
    fn last(&self, index: u32, at: usize, words: &[Word]) -> Option<usize> {
        let pattern = &self.all[index as usize];
        let mut last = at;
        let mut skips = pattern.skips();
        for &wanted in &pattern.rest {
            let mut next = last + 1;
            if self.articles.contains(&wanted) && words.get(next).is_some_and(|word| !matches!(word.tag, Tag::Det | Tag::Poss)) {
                continue;
            }
            while !self.same(wanted, words.get(next)?) {
                let skippable = matches!(words[next].tag, Tag::Det | Tag::Adj | Tag::Adv | Tag::Poss) || words[next].lexeme.adjective;
                if skips == 0 || !skippable {
                    return None;
                }
                skips -= 1;
                next += 1;
            }
            last = next;
        }
        Some(last)
    }

    fn same(&self, wanted: Sym, word: &Word) -> bool {
        let own = word.mention.is_none();
        let plural = word.lexeme.plural && word.lexeme.noun == wanted;
        own && (word.lexeme.form == wanted || plural)
            || (matches!(word.tag, Tag::Poss | Tag::Det) && self.possessive.get(wanted as usize).is_some_and(|&yes| yes))
    }
}

/// The place of a word among 64.
fn bit(sym: Sym) -> u64 {
    1 << (sym & 63)
}

/// Whether "no" is an answer rather than an article: "No, it is open", "no no no".
fn is_answer(at: usize, words: &[Word]) -> bool {
    let next = words.get(at + 1);
    let ends = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Break) || next.lexeme.form == words[at].lexeme.form);
    words[at].tag == Tag::Det && words[at].lexeme.class == super::grammar::Class::Determiner && ends
}

/// Whether a hedge says how much, or how often, rather than whether; or is a noun for a view.
fn is_degree(pattern: &Pattern) -> bool {
    matches!(pattern.pos, PartOfSpeech::Adv | PartOfSpeech::Adj) && &*pattern.code == "weak"
        || pattern.pos == PartOfSpeech::Noun && &*pattern.code == "middle"
}

/// Stands for words that are no cue of their own.
fn plain() -> Pattern {
    Pattern {
        kind: CueKind::Neutral,
        pos: PartOfSpeech::Phrase,
        code: "010".into(),
        rest: Box::default(),
        suffix: false,
        object: false,
        clausal: false,
        prepositions: Box::default(),
        mutual: false,
        experiencer: false,
        theme_only: false,
        ambiguous: false,
        want: false,
        ended: false,
    }
}

/// A word of a cue, or its parts where the word is not known as a whole.
fn split_unknown<'a>(part: &'a str, vocabulary: &Vocabulary) -> Vec<&'a str> {
    if vocabulary.sym(part) != 0 {
        vec![part]
    } else {
        part.split('-').collect()
    }
}

fn prepositions(cue: &Cue, vocabulary: &Vocabulary) -> Box<[Sym]> {
    let mut syms: Vec<Sym> = cue
        .targets
        .iter()
        .filter(|target| !matches!(target.as_str(), "obj" | "inf" | "ing" | "that"))
        .map(|target| vocabulary.sym(target))
        .filter(|&sym| sym != 0)
        .collect();
    if cue.targets.is_empty() && matches!(cue.pos, PartOfSpeech::Noun | PartOfSpeech::Role | PartOfSpeech::Adj) {
        syms.push(vocabulary.sym("of"));
    }
    syms.into()
}

/// Whether the word can be the first of the pattern, by its part of speech here.
fn fits(opening: Opening, sym: Sym, word: &Word) -> bool {
    let Opening { pos, single, suffix } = opening;
    let verbal = matches!(word.tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do);
    match pos {
        PartOfSpeech::Verb => verbal && word.lexeme.verb == sym || word.tag == Tag::Adj && word.lexeme.verb == sym && single,
        PartOfSpeech::Noun | PartOfSpeech::Role => {
            let nominal =
                matches!(word.tag, Tag::Noun | Tag::Name) || word.tag == Tag::Verb && word.lexeme.forms.has(super::vocabulary::Forms::ING);
            nominal && (!single || word.lexeme.noun == sym || word.lexeme.form == sym && word.lexeme.plural)
                || !single && word.lexeme.form == sym && word.tag == Tag::Adj
        }
        PartOfSpeech::Adj => word.lexeme.form == sym && (suffix == word.glued || !suffix) && (!suffix || word.glued),
        PartOfSpeech::Aux => word.lexeme.form == sym || word.lexeme.verb == sym && verbal,
        _ => word.lexeme.form == sym,
    }
}

/// Whether the two signal the same sort of thing, so that only the longer counts.
fn same_sort(a: &Pattern, b: &Pattern) -> bool {
    a.kind == b.kind || a.is_stance() && b.is_stance()
}

/// Adds a hit unless a longer one of its sort begins at the same word.
fn push(hits: &mut Vec<Hit>, begin: usize, hit: Hit, all: &[Pattern]) {
    let pattern = &all[hit.pattern as usize];
    let beaten = hits[begin..].iter().any(|other| {
        let longer = &all[other.pattern as usize];
        let meant = !longer.theme_only || pattern.theme_only;
        same_sort(longer, pattern) && meant && other.last >= hit.last && !both_readings(other, &hit, all)
    });
    if !beaten {
        hits.push(hit);
    }
}

/// A noun and a role, or "fight for" and "fight", stand side by side; the frames choose.
fn both_readings(a: &Hit, b: &Hit, all: &[Pattern]) -> bool {
    let (x, y) = (&all[a.pattern as usize], &all[b.pattern as usize]);
    a.last == b.last && (x.pos != y.pos || x.kind != y.kind)
}

/// Drops hits that lie within a longer hit of their sort that began earlier, and stance cues within a phrase of reporting.
fn drop_covered(hits: &mut Vec<Hit>, all: &[Pattern]) {
    let pattern = |hit: &Hit| &all[hit.pattern as usize];
    let phrases: Vec<Hit> = hits
        .iter()
        .filter(|hit| hit.first < hit.last && pattern(hit).kind == CueKind::Reporting)
        .copied()
        .collect();
    let mut kept = 0;
    for at in 0..hits.len() {
        let hit = hits[at];
        let covers = |other: &Hit| other.first < hit.first && hit.last <= other.last && same_sort(pattern(other), pattern(&hit));
        let reports = |other: &Hit| other.first <= hit.first && hit.last <= other.last && other.last - other.first > hit.last - hit.first;
        let covered = hits[..kept].iter().rev().take(8).any(covers) || pattern(&hit).is_stance() && phrases.iter().any(reports);
        if !covered {
            hits[kept] = hit;
            kept += 1;
        }
    }
    hits.truncate(kept);
}
