//! "Russia condemned Turkey", "Turkey was condemned by Russia", "they agreed to stop supporting the rebels".

use super::{Frames, Partial};
use crate::document::Kind;
use crate::lexicon::{Class, CueKind, PartOfSpeech};
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::clauses::{Clause, VerbClasses, list_start};
use crate::stance::cues::Hit;
use crate::stance::grammar::Class as WordClass;
use crate::stance::parties::{Party, Way};
use crate::stance::vocabulary::Sym;
use crate::stance::words::Tag;

impl Frames<'_> {
    /// A verb with subject and object.
    pub(super) fn verb(&mut self, hit: Hit) {
        let Some(verb) = self.parse.verb_at(hit.first) else { return };
        let pattern = self.patterns.get(hit);
        let mut turn = self.turn(verb);
        if hit.first < hit.last
            && (hit.first + 1..hit.last).any(|at| self.has(CueKind::Negation, at, |pattern| pattern.pos == PartOfSpeech::Det))
        {
            turn.add(true);
        }
        let clause = self.parse.clauses[verb];
        let mut draft = Partial {
            sign: turn.of(pattern.sign()),
            negated: turn.negated,
            hit,
            verb: Some(verb),
            code: None,
            rule: "verb",
        };
        let idle = pattern.theme_only && pattern.sign() > 0 && self.is_mere_ability(verb);
        if idle || self.is_open_question(verb) || pattern.code.starts_with(VISIT) && self.asks(verb) {
            return;
        }
        let subject = if self.parse.verbs[verb].bare_participle && clause.passive {
            self.named_subject(verb)
        } else {
            self.subject(verb)
        };
        if clause.passive {
            return self.passive(subject, draft);
        }
        let subject = self
            .what_happened(verb)
            .filter(|_| pattern.experiencer)
            .map_or(subject, |main| self.subject(main));
        let Some(target) = self.verb_target(hit) else {
            if let Some(threat) = self.threat_done(hit) {
                return self.emit(&subject, &[threat], draft);
            }
            let armed = VerbClasses::is(&self.classes.fighting, self.lemma(verb)) && pattern.sign() < 0;
            if pattern.mutual && subject.len() > 1 || armed && subject.iter().all(|party| self.is_armed(*party)) {
                draft.rule = "verb_mutual";
                self.emit_among(&subject, draft);
            }
            return;
        };
        if self.is_reciprocal(target) {
            draft.rule = "verb_reciprocal";
            return self.emit_among(&subject, draft);
        }
        self.composed(&subject, target, draft);
        let mut targets = self.targets(target, &mut draft);
        if targets.is_empty() && !pattern.ambiguous && !pattern.theme_only && is_attitude(&pattern.code) {
            draft.rule = "verb_deed";
            targets = self.parties.doer_of(target, &subject);
        }
        if self.joins_in_deed(verb, target) {
            draft.rule = "verb_joint";
            return self.emit_mutual(&subject, &targets, draft);
        }
        if VerbClasses::is(&self.classes.fighting, self.lemma(verb)) && pattern.sign() < 0 && self.parse.verbs[verb].finite {
            let (fighters, others): (Vec<Party>, Vec<Party>) = targets.iter().partition(|party| self.is_armed(**party));
            let armed: Vec<Party> = subject.iter().copied().filter(|party| self.is_armed(*party)).collect();
            self.emit_mutual(&armed, &fighters, draft);
            self.emit(&subject, &others, draft);
            targets = if armed.len() < subject.len() { fighters } else { Vec::new() };
        }
        if pattern.experiencer {
            draft.rule = "verb_experiencer";
            self.emit(&targets, &subject, draft);
        } else if pattern.mutual && !(turn.negated && pattern.sign() > 0) {
            draft.rule = "verb_mutual";
            self.emit_mutual(&subject, &targets, draft);
        } else {
            // "would not cooperate with": who refuses says nothing of the other side.
            self.emit(&subject, &targets, draft);
        }
    }

    fn is_armed(&self, party: Party) -> bool {
        matches!(self.parties.mention(party.mention).class, Some(Class::ArmedGroup | Class::Agency))
    }

    /// "A dropped the sentence, which pleased B": the verb of the clause that "which" stands for.
    fn what_happened(&self, verb: usize) -> Option<usize> {
        let own = self.parse.verbs[verb].chunk;
        let which = (0..own).rev().find(|&at| self.kind(at) == Some(ChunkKind::Rel))?;
        let apart = which > 0 && self.kind(which - 1) == Some(ChunkKind::Comma) && self.parse.clauses[verb].relative;
        let main = |other: &usize| self.parse.verbs[*other].finite && !self.parse.clauses[*other].relative;
        (0..verb).find(main).filter(|_| apart)
    }

    /// The parties that the verb is directed at, by way of the noun group at its target.
    fn targets(&self, target: usize, draft: &mut Partial) -> Vec<Party> {
        let pattern = self.patterns.get(draft.hit);
        let mut targets = self.directed_at(target);
        let group = self.parse.chunks[target];
        let owned = self.parse.words[group.first..=group.last].iter().any(|word| word.tag == Tag::Poss);
        if owned && self.noun_cue(target).is_some() {
            targets.retain(|party| party.way != Way::Pronoun);
        }
        if pattern.ambiguous {
            targets.retain(|party| party.way == Way::Direct || self.is_plain_part(target, *party, draft.hit));
        }
        targets.retain(|party| !self.parties.mention(party.mention).span.overlaps(self.cue_span(draft.hit)));
        if !is_attitude(&pattern.code) {
            self.drop_owners_of_threats(target, &mut targets);
        }
        let verb = self.parse.words[draft.hit.first].lexeme.verb;
        if VerbClasses::is(&self.classes.leaving, verb) && draft.hit.first == draft.hit.last {
            let body = |class: Class| class != Class::State && !class.is_place();
            targets.retain(|party| self.parties.mention(party.mention).class.is_none_or(body));
        }
        if targets.is_empty() && self.noun_cue(target).is_none() {
            let struck = is_blow(&pattern.code) || pattern.theme_only && pattern.sign() < 0;
            let prepositions: &[Sym] = if struck {
                &self.prepositions.struck
            } else {
                &self.prepositions.whose
            };
            let noun = self.parse.words[self.parse.chunks[target].head].lexeme.noun;
            let traded = noun != 0 && self.parties.links.trade.contains(&noun);
            if struck || traded || !pattern.ambiguous && !pattern.theme_only {
                draft.rule = "verb_through";
                targets = self.through_thing(target, prepositions);
                let taken = noun != 0 && self.parties.links.struck.contains(&noun);
                targets.retain(|party| traded || taken || self.parties.mention(party.mention).class.is_some());
            }
        }
        targets
    }

    /// Whoever a preposition after a thing leads to: "imports from X", "a response with Y".
    pub(super) fn through_thing(&self, thing: usize, prepositions: &[Sym]) -> Vec<Party> {
        let last = self.parties.fellows_right(thing).last().copied().unwrap_or(thing);
        let near = self.names_a_thing(thing) && self.kind(last + 1) == Some(ChunkKind::Prep);
        let nouns = self.after_preposition(last + 1, prepositions).filter(|_| near);
        let Some(nouns) = nouns else { return Vec::new() };
        if self.parse.chunks[last..nouns].iter().any(|chunk| chunk.kind == ChunkKind::Coord) {
            return Vec::new();
        }
        let mut parties = self.parties.of_list(nouns);
        let region = parties
            .iter()
            .all(|party| self.parties.mention(party.mention).class == Some(Class::Region));
        let of_state = region && self.kind(nouns + 1) == Some(ChunkKind::Prep) && self.form(nouns + 1) == self.prepositions.of;
        if of_state && self.kind(nouns + 2) == Some(ChunkKind::Nouns) {
            return self.parties.of_list(nouns + 2);
        }
        // Below the state a place says where, not whom.
        parties.retain(|party| {
            let mention = self.parties.mention(party.mention);
            mention.kind != Kind::Place || mention.class != Some(Class::Region)
        });
        parties
    }

    /// "resumed enriching uranium": the threat that the gerund after the verb names.
    fn threat_done(&self, hit: Hit) -> Option<Party> {
        let pattern = self.patterns.get(hit);
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let chunk = self
            .parse
            .chunks
            .get(after)
            .filter(|chunk| chunk.kind == ChunkKind::Verbs && pattern.object)?;
        let gerund = self.parse.verbs[chunk.verb].gerund;
        let mention = self.parse.words[chunk.head].theme.filter(|_| gerund)?;
        Some(Party { mention, way: Way::Direct })
    }

    /// "the ability to produce weapons", "uses plants to produce", "for Iran to produce": no deed and no plan.
    fn is_mere_ability(&self, verb: usize) -> bool {
        let group = &self.parse.verbs[verb];
        let before = (0..group.chunk).rev().find(|&at| self.kind(at) != Some(ChunkKind::Adv));
        // "the material for building a weapon"
        let use_of = |at: usize| self.form(at) == self.prepositions.whose[1] && self.kind(at.wrapping_sub(1)) == Some(ChunkKind::Nouns);
        if group.gerund && before.is_some_and(|at| self.kind(at) == Some(ChunkKind::Prep) && use_of(at)) {
            return true;
        }
        let Some(nouns) = before.filter(|&at| group.infinitive && self.kind(at) == Some(ChunkKind::Nouns)) else {
            return false;
        };
        let head = self.parse.words[self.parse.chunks[nouns].head].lexeme;
        let plan = head.noun != 0 && self.parties.links.plans.contains(&head.noun);
        !plan && self.parse.words[self.parse.chunks[nouns].head].mention.is_none()
            || nouns > 0 && self.kind(nouns - 1) == Some(ChunkKind::Prep) && !plan
    }

    /// "called on X to review": a request, no visit.
    fn asks(&self, verb: usize) -> bool {
        let governed = |clause: &Clause| clause.governor == Some(verb);
        let asked = (0..self.parse.verbs.len()).any(|other| governed(&self.parse.clauses[other]) && self.parse.verbs[other].infinitive);
        asked && VerbClasses::is(&self.classes.demand, self.lemma(verb))
    }

    /// "would not say whether it supports X", "weighs whether to arm X": nothing is said either way.
    fn is_open_question(&self, verb: usize) -> bool {
        let own = self.parse.verbs[verb].chunk;
        let opener = self.parse.chunks[..own].iter().rposition(|chunk| {
            matches!(
                chunk.kind,
                ChunkKind::Sub | ChunkKind::Break | ChunkKind::Rel | ChunkKind::Comma | ChunkKind::Verbs
            )
        });
        opener.is_some_and(|at| self.kind(at) == Some(ChunkKind::Sub) && self.form(at) == self.prepositions.whether)
    }

    /// Whether a noun group names no party, no threat and nobody who acts for himself.
    fn names_a_thing(&self, chunk: usize) -> bool {
        let head = &self.parse.words[self.parse.chunks[chunk].head];
        head.mention.is_none() && head.tag != Tag::Pron && head.tag != Tag::Name && !is_agent(head)
    }

    /// "struck Hezbollah positions", "questioned the agency's figures", "denied Syrians asylum": also where the verb often means something else.
    fn is_plain_part(&self, target: usize, party: Party, hit: Hit) -> bool {
        let group = &self.parse.chunks[target];
        let Some(at) = (group.first..=group.last).find(|&at| self.parse.words[at].mention == Some(party.mention)) else {
            return false;
        };
        let word = &self.parse.words[at];
        let verb = self.parse.words[hit.first].lexeme.verb;
        let dative = VerbClasses::is(&self.classes.dative, verb) && !word.possessive && !word.adjectival;
        word.possessive || dative || is_blow(&self.patterns.get(hit).code)
    }

    /// "joined Japan in condemning": both do it.
    fn joins_in_deed(&self, verb: usize, target: usize) -> bool {
        let last = self.parties.fellows_right(target).last().copied().unwrap_or(target);
        let gerund = self.kind(last + 2) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[last + 2].verb].gerund;
        self.is_joint(verb) && self.kind(last + 1) == Some(ChunkKind::Prep) && gerund
    }

    /// "was condemned by": the subject is the target.
    fn passive(&mut self, subject: Vec<Party>, mut draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        let after = self.parse.chunk_after(draft.hit.last);
        draft.rule = "verb_passive";
        if draft.hit.first < draft.hit.last && self.is_felt(after) {
            let felt = self.parties.of_list(after);
            return self.emit(&subject, &felt, draft);
        }
        if pattern.experiencer {
            let by = self.prepositions.felt;
            if let Some(felt) = self.after_preposition(after, &by) {
                let felt = self.parties.of_list(felt);
                self.emit(&subject, &felt, draft);
            }
            return;
        }
        if !pattern.object {
            return self.passive_with_preposition(&subject, after, draft);
        }
        let Some(agent) = self.after_preposition(after, &[self.prepositions.by]) else {
            return;
        };
        let agents = self.parties.of_list(agent);
        if pattern.mutual {
            self.emit_mutual(&agents, &subject, draft);
        } else {
            self.emit(&agents, &subject, draft);
        }
    }

    /// "is worried about X": a cue that ends in a preposition, whose object follows and no doer.
    fn is_felt(&self, after: usize) -> bool {
        let object = self.kind(after) == Some(ChunkKind::Nouns) && self.kind(after - 1) == Some(ChunkKind::Prep);
        object && self.after_preposition(after + 1, &[self.prepositions.by]).is_none()
    }

    /// "is allied with", "are opposed to": the subject holds, the preposition leads to the target.
    fn passive_with_preposition(&mut self, subject: &[Party], after: usize, draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        let Some(target) = self.after_preposition(after, &pattern.prepositions) else {
            return;
        };
        let targets = self.parties.of_list(target);
        if pattern.mutual {
            self.emit_mutual(subject, &targets, draft);
        } else {
            self.emit(subject, &targets, draft);
        }
    }

    /// The noun group that the verb is directed at.
    fn verb_target(&self, hit: Hit) -> Option<usize> {
        let pattern = self.patterns.get(hit);
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let direct = (self.kind(after) == Some(ChunkKind::Nouns)).then_some(after);
        let object = if pattern.object { direct } else { None };
        let named =
            object.filter(|&chunk| self.is_reciprocal(chunk) || self.noun_cue(chunk).is_some() || !self.parties.of_list(chunk).is_empty());
        let by_preposition = self.after_preposition(after, &pattern.prepositions);
        let part = named.is_some_and(|chunk| {
            let parties = self.parties.of_list(chunk);
            !parties.is_empty() && parties.iter().all(|party| party.way == Way::Indirect)
        });
        let blamed = object.is_some_and(|chunk| self.parties.of_list(chunk).is_empty() || self.noun_cue(chunk).is_some())
            && pattern.code.starts_with(ACCUSE);
        if (part || blamed) && by_preposition.is_some() {
            return by_preposition;
        }
        named.or(by_preposition).or(object).or_else(|| self.relative_object(hit))
    }

    /// "X, whom Y accused", "the group that Y supports": the noun group before the relative clause.
    fn relative_object(&self, hit: Hit) -> Option<usize> {
        let verb = self.parse.verb_at(hit.first)?;
        let clause = self.parse.clauses[verb];
        if !self.patterns.get(hit).object || clause.passive {
            return None;
        }
        let start = list_start(&self.parse.chunks, clause.subject?);
        let opener = start.checked_sub(1)?;
        let relative = match self.kind(opener)? {
            ChunkKind::Rel => true,
            ChunkKind::Sub => self.parse.words[self.parse.chunks[opener].head].tag == Tag::That,
            _ => false,
        };
        let comma = opener
            .checked_sub(1)
            .filter(|&at| self.kind(at) == Some(ChunkKind::Comma) && self.kind(opener) == Some(ChunkKind::Rel));
        let before = comma.unwrap_or(opener).checked_sub(1)?;
        (relative && self.kind(before) == Some(ChunkKind::Nouns) && self.noun_cue(before).is_none()).then_some(before)
    }

    /// "condemned the sanctions on Iran": towards the target of the noun the signs multiply.
    fn composed(&mut self, subject: &[Party], object: usize, draft: Partial) {
        let Some(noun) = self.noun_cue(object) else { return };
        let pattern = self.patterns.get(noun);
        if self.patterns.get(draft.hit).code.starts_with(INVESTIGATE) {
            return;
        }
        let Some(target) = self.noun_target(noun, object) else { return };
        let mut targets = self.parties.of_list(target);
        // "the efforts of X" are efforts against a threat only where X is one.
        targets.retain(|party| !pattern.theme_only || self.parties.mention(party.mention).kind == Kind::Theme);
        let verb = self.parse.words[draft.hit.first].lexeme.verb;
        let helps = VerbClasses::is(&self.classes.helping, verb) && draft.hit.first == draft.hit.last;
        let helper = if helps { self.patterns.get(draft.hit).sign() } else { 1 };
        let sign = draft.sign * helper * pattern.sign();
        self.emit(
            subject,
            &targets,
            Partial {
                sign,
                code: None,
                rule: "verb_composed",
                ..draft
            },
        );
    }

    pub(super) fn is_reciprocal(&self, chunk: usize) -> bool {
        let group = &self.parse.chunks[chunk];
        let next = self.parse.words.get(group.last + 1);
        let head = &self.parse.words[group.head];
        head.lexeme.class == WordClass::Reciprocal
            || self.parse.words[group.first].lexeme.class == WordClass::Reciprocal
            || next.is_some_and(|next| next.lexeme.class == WordClass::Reciprocal && group.first == group.last)
    }
}

/// CAMEO: comment, engage in cooperation, disapprove, reject.
fn is_attitude(code: &str) -> bool {
    ["01", "05", "11", "12"].iter().any(|class| code.starts_with(class))
}

/// CAMEO: investigate, which takes no side on what is investigated.
const INVESTIGATE: &str = "09";

/// CAMEO: make a visit.
const VISIT: &str = "042";

/// CAMEO: accuse.
const ACCUSE: &str = "112";

/// CAMEO: seize, assault, fight, use of mass violence.
pub(super) fn is_blow(code: &str) -> bool {
    ["171", "18", "19", "20"].iter().any(|class| code.starts_with(class))
}
