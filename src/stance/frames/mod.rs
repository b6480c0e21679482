//! From cues to relations: for each part of speech a frame that says where holder and target stand.

mod compounds;
mod countered;
mod demands;
mod denials;
mod doers;
mod dubbing;
mod fears;
mod frameworks;
mod grounds;
mod nouns;
mod opinions;
mod pairs;
mod predicates;
mod roles;
mod saying;
mod settle;
mod turn;
mod verbs;

use crate::document::Kind;
use crate::lexicon::{Class, PartOfSpeech};
use crate::span::Span;

use super::chunks::ChunkKind;
use super::clauses::VerbClasses;
use super::cues::{Hit, Pattern, Patterns};
use super::parse::Parse;
use super::parties::{Parties, Party, Way, add};
use super::vocabulary::Sym;
use super::words::{Tag, Word};
use turn::Turn;

/// How many noun groups may stand between a cue and its preposition.
const MOST_NOUNS: u32 = 6;

/// The one theme that is named for the good.
const HUMAN_RIGHTS: &str = "theme:human_rights";

/// A relation as a frame found it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Draft {
    /// Who.
    pub holder: Party,
    /// Towards whom or what.
    pub target: Party,
    /// -1, 0 or 1, after negation and reversal.
    pub sign: i8,
    /// Whether negation turned it.
    pub negated: bool,
    /// Whether the other half says the same.
    pub reciprocal: bool,
    /// The cue.
    pub hit: Hit,
    /// The verb group that carries it.
    pub verb: Option<usize>,
    /// The CAMEO code where the frame decides it, not the cue.
    pub code: Option<&'static str>,
    /// The frame.
    pub rule: &'static str,
}

impl Draft {
    /// The CAMEO code: the frame's, or the cue's.
    pub fn code<'p>(&self, patterns: &'p Patterns) -> &'p str {
        self.code.unwrap_or(&patterns.get(self.hit).code)
    }
}

/// Prepositions that frames tell apart.
#[derive(Debug, Default)]
pub struct Prepositions {
    /// by
    pub by: Sym,
    /// from
    pub from: Sym,
    /// of
    pub of: Sym,
    /// with
    pub with: Sym,
    /// with, alongside: before those who do it together with the subject
    pub beside: [Sym; 2],
    /// between, among
    pub between: [Sym; 2],
    /// in, among: before those who feel
    pub within: [Sym; 2],
    /// in, of, from, at: before where a blow falls
    pub struck: [Sym; 4],
    /// through, within, under, via: before what parties work through
    pub through: [Sym; 4],
    /// to, for, from: before whose thing it is
    pub whose: [Sym; 3],
    /// after, during, amid: before a noun that says when or how
    pub adjunct: [Sym; 8],
    /// with, by, from, to: before whose a thing in favour is
    pub partner: [Sym; 4],
    /// to, towards, toward, with, on, about, regarding: before what an attitude is about
    pub attitude: [Sym; 7],
    /// as
    pub r#as: Sym,
    /// if, unless
    pub condition: [Sym; 2],
    /// restraint
    pub restraint: Sym,
    /// whether
    pub whether: Sym,
    /// security, safety: what a threat is named for that is against it
    pub goods: [Sym; 2],
    /// less
    pub less: Sym,
    /// no
    pub no: Sym,
    /// only, merely: after "not"
    pub only: [Sym; 5],
    /// "come", which says whom praise comes from
    pub come: Sym,
    /// by, with, about, over, at: before what is felt about
    pub felt: [Sym; 5],
}

/// Reads the relations of one sentence.
pub struct Frames<'a> {
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// Who is meant.
    pub parties: Parties<'a>,
    /// The cues.
    pub patterns: &'a Patterns,
    /// Prepositions.
    pub prepositions: &'a Prepositions,
    /// What verbs take.
    pub classes: &'a VerbClasses,
    /// Who says what in the sentence.
    pub said: &'a [super::Attribution],
    /// A mention of the known speaker of a speech, whose own words of blame count.
    pub orator: Option<u32>,
    /// What the sentence before told, in the same paragraph.
    pub earlier: &'a [Draft],
    /// Mentions of those who said something in the sentence before, in the same paragraph.
    pub tellers: &'a [u32],
    /// What was found.
    pub drafts: Vec<Draft>,
}

impl Frames<'_> {
    /// Fills [`Frames::drafts`].
    pub fn read(&mut self) {
        let contest = self.tells_of_contest();
        for index in 0..self.parse.hits.len() {
            let hit = self.parse.hits[index];
            let pattern = self.patterns.get(hit);
            self.ending(hit);
            if !pattern.is_stance() || contest && self.is_beating(hit) {
                continue;
            }
            self.fear_of_clause(hit);
            match pattern.pos {
                _ if pattern.suffix => self.compound(hit),
                PartOfSpeech::Verb => self.verb(hit),
                PartOfSpeech::Noun => self.noun(hit),
                PartOfSpeech::Role => self.role(hit),
                PartOfSpeech::Prep if self.is_prefix(hit) => self.prefixed(hit),
                PartOfSpeech::Adj | PartOfSpeech::Phrase | PartOfSpeech::Prep | PartOfSpeech::Adv => self.predicate(hit),
                _ => {}
            }
        }
        self.demands();
        self.denials();
        self.dubbings();
        self.sayings();
        self.evaluations();
        self.grounds();
        self.frameworks();
        self.members();
        self.settle();
    }

    /// Whether the sentence is about a game or an election.
    fn tells_of_contest(&self) -> bool {
        let noun = |word: &Word| matches!(word.tag, Tag::Noun | Tag::Name) && word.lexeme.noun != 0;
        self.parse
            .words
            .iter()
            .any(|word| noun(word) && self.parties.links.contests.contains(&word.lexeme.noun))
    }

    /// "beat", "victory over": in a contest no enmity.
    fn is_beating(&self, hit: Hit) -> bool {
        let lexeme = self.parse.words[hit.first].lexeme;
        let beating = &self.parties.links.beating;
        beating.contains(&lexeme.verb) || beating.contains(&lexeme.noun)
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.parse.chunks.get(chunk).map(|chunk| chunk.kind)
    }

    fn form(&self, chunk: usize) -> Sym {
        self.parse.words[self.parse.chunks[chunk].head].lexeme.form
    }

    fn lemma(&self, verb: usize) -> Sym {
        self.parse.words[self.parse.verbs[verb].head].lexeme.verb
    }

    /// The noun group after the first of these prepositions, from a chunk to the end of the clause.
    fn after_preposition(&self, from: usize, prepositions: &[Sym]) -> Option<usize> {
        let mut nouns = 0;
        let mut at = from;
        while let Some(chunk) = self.parse.chunks.get(at) {
            match chunk.kind {
                ChunkKind::Prep if prepositions.contains(&self.form(at)) => {
                    if self.kind(at + 1) == Some(ChunkKind::Nouns)
                        && (self.is_reciprocal(at + 1) || !self.parties.of_list(at + 1).is_empty())
                    {
                        return Some(at + 1);
                    }
                }
                ChunkKind::Nouns => {
                    nouns += 1;
                    if nouns > MOST_NOUNS {
                        return None;
                    }
                }
                ChunkKind::Verbs if self.is_modifier(chunk.verb) && !prepositions.contains(&self.prepositions.by) => {}
                ChunkKind::Break if self.kind(at + 1) == Some(ChunkKind::Prep) && prepositions.contains(&self.form(at + 1)) => {}
                ChunkKind::Verbs | ChunkKind::Sub | ChunkKind::Rel | ChunkKind::Break => return None,
                ChunkKind::Comma
                    if !matches!(
                        self.kind(at + 1),
                        Some(ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Nouns | ChunkKind::Coord)
                    ) =>
                {
                    return None;
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Whom a noun group names, and those after the same preposition further on: "with A; with B".
    fn directed_at(&self, target: usize) -> Vec<Party> {
        let mut all = self.parties.of_list(target);
        for again in self.parties.repeated(target) {
            add(&mut all, self.parties.of_list(again));
        }
        all
    }

    /// "restrictions on Iran's nuclear program", "blocked EU sanctions": what is done to a threat is not done to whose it is.
    fn drop_owners_of_threats(&self, target: usize, targets: &mut Vec<Party>) {
        if self.parse.words[self.parse.chunks[target].head].theme.is_some() {
            targets.retain(|party| !matches!(party.way, Way::Indirect | Way::Deed));
        }
    }

    /// "troops stationed in", "strikes using drones": a verb that only says more about the noun before it.
    fn is_modifier(&self, verb: usize) -> bool {
        let group = &self.parse.verbs[verb];
        let means = group.gerund && VerbClasses::is(&self.classes.means, self.lemma(verb));
        means || self.parse.clauses[verb].passive && self.is_nonfinite(verb)
    }

    /// An infinitive, a gerund, a participle that belongs to the noun before it.
    fn is_nonfinite(&self, verb: usize) -> bool {
        let group = &self.parse.verbs[verb];
        let clause = self.parse.clauses[verb];
        !group.finite || group.bare_participle && clause.passive || clause.governor.is_some() && group.modal.is_none()
    }

    /// The noun cue that heads a noun group.
    fn noun_cue(&self, chunk: usize) -> Option<Hit> {
        let head = self.parse.chunks[chunk].head;
        self.parse.hits.iter().copied().find(|&hit| {
            let pattern = self.patterns.get(hit);
            hit.last == head && pattern.is_stance() && pattern.pos == PartOfSpeech::Noun && pattern.sign() != 0
        })
    }

    /// Adds a relation of each holder to each target.
    fn emit(&mut self, holders: &[Party], targets: &[Party], draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        for &holder in holders {
            for &target in targets {
                if self.fits(holder, target, pattern, draft.hit) {
                    self.push(draft, holder, target, false);
                }
            }
        }
    }

    fn push(&mut self, draft: Partial, holder: Party, target: Party, reciprocal: bool) {
        // Whoever fails to stop a threat does not spread it.
        let theme = self.parties.mention(target.mention).kind == Kind::Theme;
        if theme && draft.sign > 0 && !draft.negated && self.patterns.get(draft.hit).sign() < 0 && draft.rule == "verb" {
            return;
        }
        let countered = theme && draft.rule != "ground" && self.is_countered(target, draft.hit);
        if countered && draft.sign < 0 {
            // Who hinders a remedy neither fights the threat nor spreads it.
            return;
        }
        let turned = countered || self.names_a_violation(target) || theme && self.names_the_good(target);
        let sign = if theme && draft.sign < 0 && self.commits(target, draft) {
            if self.is_human_rights(target) { -1 } else { 1 }
        } else if turned {
            -draft.sign
        } else {
            draft.sign
        };
        self.drafts.push(Partial { sign, ..draft }.between(holder, target, reciprocal));
    }

    /// "their attacks on shipping": the deed is the threat itself, and whose it is spreads it.
    fn commits(&self, target: Party, draft: Partial) -> bool {
        let own = matches!(draft.rule, "noun_owner" | "noun_by" | "compound");
        own && self.parties.mention(target.mention).span.overlaps(self.cue_span(draft.hit))
    }

    fn is_human_rights(&self, target: Party) -> bool {
        let mention = self.parties.mention(target.mention);
        self.parties.found.entities[mention.entity as usize].id == HUMAN_RIGHTS
    }

    /// "energy security": who strengthens it stands against the threat, who undermines it spreads it.
    fn names_the_good(&self, target: Party) -> bool {
        self.last_of_threat(target)
            .is_some_and(|last| self.prepositions.goods.contains(&last))
    }

    /// Human rights are named for the good: who commits or uses "abuses" stands against them, who condemns them upholds them.
    fn names_a_violation(&self, target: Party) -> bool {
        let last = self.last_of_threat(target).filter(|_| self.is_human_rights(target));
        last.is_some_and(|last| !self.parties.links.rights.contains(&last))
    }

    /// The form of the last word that names the threat.
    fn last_of_threat(&self, target: Party) -> Option<Sym> {
        let last = self.parse.words.iter().rev().find(|word| word.theme == Some(target.mention));
        last.map(|word| word.lexeme.form)
    }

    /// Adds the relation both ways.
    fn emit_mutual(&mut self, ones: &[Party], others: &[Party], draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        for &one in ones {
            for &other in others {
                for (holder, target) in [(one, other), (other, one)] {
                    if self.parties.mention(target.mention).kind != Kind::Theme && self.fits(holder, target, pattern, draft.hit) {
                        self.push(draft, holder, target, true);
                    }
                }
            }
        }
    }

    /// Adds the relation between each two of a list.
    fn emit_among(&mut self, parties: &[Party], draft: Partial) {
        for (index, one) in parties.iter().enumerate() {
            self.emit_mutual(&[*one], &parties[index + 1..], draft);
        }
    }

    fn cue_span(&self, hit: Hit) -> Span {
        self.parse.words[hit.first].span.hull(self.parse.words[hit.last].span)
    }

    fn fits(&self, holder: Party, target: Party, pattern: &Pattern, hit: Hit) -> bool {
        let (a, b) = (self.parties.mention(holder.mention), self.parties.mention(target.mention));
        let cue = self.cue_span(hit);
        if b.span.overlaps(cue) && pattern.pos == PartOfSpeech::Verb {
            return false;
        }
        let place_fits = b.kind != Kind::Place || matches!(target.way, Way::Direct | Way::Deed) && !is_setting(b.class, &pattern.code);
        let state = a.kind == Kind::Place && holder.way == Way::Deed && a.class == Some(Class::Country);
        // A treaty ends or bans, but strikes nobody.
        let acts = a.class != Some(Class::Initiative) || !verbs::is_blow(&pattern.code);
        a.entity != b.entity && (a.kind == Kind::Actor || state) && acts && place_fits && (!pattern.theme_only || b.kind == Kind::Theme)
    }
}

/// A place below the state is where something happens: a town, a river; of a blow also a province.
fn is_setting(class: Option<Class>, code: &str) -> bool {
    match class {
        Some(Class::City | Class::BorderPoint | Class::Water | Class::Facility) => true,
        Some(Class::Region) => verbs::is_blow(code),
        _ => false,
    }
}

/// A relation whose ends are still to be filled in.
#[derive(Debug, Clone, Copy)]
struct Partial {
    sign: i8,
    negated: bool,
    hit: Hit,
    verb: Option<usize>,
    code: Option<&'static str>,
    rule: &'static str,
}

impl Partial {
    fn between(self, holder: Party, target: Party, reciprocal: bool) -> Draft {
        Draft {
            holder,
            target,
            sign: self.sign,
            negated: self.negated,
            reciprocal,
            hit: self.hit,
            verb: self.verb,
            code: self.code,
            rule: self.rule,
        }
    }
}
