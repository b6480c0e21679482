//! "Russia's support for Assad", "criticism of A by B", "talks between A and B", "imposed sanctions on Iran".

use super::verbs::is_blow;
use super::{Frames, Partial};
use crate::document::Kind;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way, add};
use crate::stance::words::{Tag, Word};

impl Frames<'_> {
    /// A noun with holder and target around it.
    pub(super) fn noun(&mut self, hit: Hit) {
        let Some(chunk) = self
            .parse
            .chunk_of(hit.first)
            .filter(|&chunk| self.kind(chunk) == Some(ChunkKind::Nouns))
        else {
            return;
        };
        let head = self.parse.chunks[chunk].head;
        if head > hit.last + 1
            || self.parse.words[hit.last + 1..=head.max(hit.last)]
                .iter()
                .any(|word| word.mention.is_some())
        {
            return;
        }
        // "trade priorities" are no trade.
        if head > hit.last && self.patterns.get(hit).mutual && self.noun_cue(chunk).is_none() {
            return;
        }
        let turn = self.noun_turn(chunk, hit);
        let mut draft = Partial {
            sign: turn.of(self.patterns.get(hit).sign()),
            negated: turn.negated,
            hit,
            verb: self.parse.verb_of_object(chunk),
            code: None,
            rule: "noun",
        };
        let ended = self.turned_by_verb(chunk, &[], turn);
        let shared = Partial {
            sign: ended.of(self.patterns.get(hit).sign()),
            ..draft
        };
        if self.between(hit, chunk, shared) {
            return;
        }
        let owners = self.owners(hit, chunk);
        let holder = self.holder_after(hit, chunk);
        let whose = holder.map_or_else(|| owners.clone(), |holder| self.parties.of_list(holder));
        let turn = self.turned_by_verb(chunk, &whose, turn);
        (draft.sign, draft.negated) = (turn.of(self.patterns.get(hit).sign()), turn.negated);
        let mut target = self.noun_target(hit, chunk);
        if target.is_none() && !owners.is_empty() {
            let of = self.kind(chunk + 1) == Some(ChunkKind::Prep) && self.form(chunk + 1) == self.prepositions.of;
            target = Some(chunk + 2)
                .filter(|&nouns| of && self.kind(nouns) == Some(ChunkKind::Nouns) && !self.parties.of_list(nouns).is_empty());
        }
        if self.genitive_holder(hit, chunk).is_some() {
            target = self.noun_target_from(hit, chunk + 3);
        }
        if let Some(verb) = self.gets(chunk).filter(|_| owners.is_empty()) {
            draft.rule = "noun_received";
            let (givers, receivers) = (self.parties.of_list(chunk + 2), self.subject(verb));
            return self.emit(&givers, &receivers, draft);
        }
        if let Some(holder) = holder {
            let holders = self.parties.of_list(holder);
            let targets = target.map_or_else(|| self.receivers(chunk, &owners), |target| self.parties.of_list(target));
            draft.rule = "noun_by";
            return self.emit(&holders, &targets, draft);
        }
        let Some(target) = target else {
            if let Some(verb) = self.receiving_verb(chunk).filter(|_| !owners.is_empty()) {
                draft.rule = "noun_received";
                let receivers = self.subject(verb);
                return self.emit(&owners, &receivers, draft);
            }
            if self.patterns.get(hit).mutual {
                return self.pair_in_front(hit, chunk, draft);
            }
            return self.blow(hit, chunk, &owners, draft);
        };
        let mut targets = self.directed_at(target);
        self.drop_owners_of_threats(target, &mut targets);
        let (holders, rule) = if owners.is_empty() {
            (self.party_to(chunk, hit), "noun_light_verb")
        } else {
            (owners, "noun_owner")
        };
        draft.rule = rule;
        let one_sided = rule == "noun_light_verb" && draft.verb.is_some_and(|verb| self.takes_a_stance(verb));
        if self.patterns.get(hit).mutual && self.with(target) && !one_sided {
            self.emit_mutual(&holders, &targets, draft);
        } else {
            self.emit(&holders, &targets, draft);
        }
    }

    /// "won the endorsement of X", "has the support of X": the verb whose subject gets what X gives, with "of" right after the noun.
    fn gets(&self, chunk: usize) -> Option<usize> {
        let verb = self.parse.verb_of_object(chunk)?;
        let of = self.kind(chunk + 1) == Some(ChunkKind::Prep) && self.form(chunk + 1) == self.prepositions.of;
        let named = of && self.kind(chunk + 2) == Some(ChunkKind::Nouns) && !self.parties.of_list(chunk + 2).is_empty();
        let definite = self.parse.words[self.parse.chunks[chunk].first].lexeme.form == self.parties.links.the;
        let has = definite && self.parse.words[self.parse.verbs[verb].head].tag == Tag::Have;
        (named && (has || definite && VerbClasses::is(&self.classes.receiving, self.lemma(verb)))).then_some(verb)
    }

    /// "enjoys Western support": the verb by which the subject gets what the noun says.
    fn receiving_verb(&self, chunk: usize) -> Option<usize> {
        let verb = self.parse.verb_of_object(chunk)?;
        VerbClasses::is(&self.classes.receiving, self.lemma(verb)).then_some(verb)
    }

    /// "Israeli airstrikes hit Iran's plants": whose strike it is, towards what the verb hits.
    fn blow(&mut self, hit: Hit, chunk: usize, owners: &[Party], mut draft: Partial) {
        let verb = self
            .parse
            .clauses
            .iter()
            .position(|clause| clause.subject == Some(chunk) && !clause.passive);
        let object = verb.and_then(|verb| self.parse.clauses[verb].object);
        if let Some(object) = object.filter(|_| is_blow(&self.patterns.get(hit).code)) {
            draft.rule = "noun_subject";
            let mut targets = self.parties.of_list(object);
            // "airstrikes delivered munitions against targets"
            let further = self.after_preposition(object + 1, &self.patterns.get(hit).prepositions);
            if let Some(further) = further.filter(|_| targets.is_empty()) {
                targets = self.parties.of_list(further);
            }
            self.emit(owners, &targets, draft);
        }
    }

    /// The noun group that the noun is directed at.
    pub(super) fn noun_target(&self, hit: Hit, chunk: usize) -> Option<usize> {
        self.noun_target_from(hit, chunk + 1)
    }

    fn noun_target_from(&self, hit: Hit, from: usize) -> Option<usize> {
        let names = self.prepositions;
        let pattern = self.patterns.get(hit);
        let feeling = pattern.code.starts_with("01");
        let wanted: Vec<_> = pattern
            .prepositions
            .iter()
            .copied()
            .filter(|&sym| sym != names.by && !names.between.contains(&sym) && (sym != names.from || pattern.ended || feeling))
            .collect();
        self.after_preposition(from, &wanted)
    }

    fn with(&self, target: usize) -> bool {
        target > 0 && self.form(target - 1) == self.prepositions.with
    }

    /// Whose it is: "Russia's support", "Russian support", "its support".
    pub(super) fn owners(&self, hit: Hit, chunk: usize) -> Vec<Party> {
        let words = &self.parse.words;
        let group = &self.parse.chunks[chunk];
        let owning = &self.parties.links.owning;
        let owner = |at: usize| {
            let free = |next: &Word| !next.glued || owning.contains(&next.lexeme.form) && at + 1 < hit.first;
            words[at].mention.is_some() && words.get(at + 1).is_none_or(free)
        };
        let mut owners = Vec::new();
        let Some(at) = (group.first..hit.first).rev().find(|&at| owner(at) || words[at].tag == Tag::Poss) else {
            return owners;
        };
        if words[at].mention.is_none() {
            return self.parties.owner(at);
        }
        add(
            &mut owners,
            vec![Party {
                mention: words[at].mention.unwrap_or_default(),
                way: self.owning_way(words[at], hit),
            }],
        );
        if at >= group.first + 2
            && words[at - 1].tag == Tag::Coord
            && let Some(mention) = words[at - 2].mention
        {
            add(&mut owners, vec![Party { mention, way: Way::Direct }]);
        } else if at == group.first {
            add(&mut owners, self.parties.listed_before(chunk));
        }
        owners
    }

    /// "Chinese pressure on Vilnius": a demonym that qualifies no agent still says whose deed it is.
    fn owning_way(&self, owner: Word, hit: Hit) -> Way {
        let place = owner
            .mention
            .is_some_and(|mention| self.parties.mention(mention).kind == Kind::Place);
        if place && owner.adjectival && !self.patterns.get(hit).ambiguous {
            Way::Deed
        } else {
            Way::Direct
        }
    }

    /// "by X", "from X": who does it.
    fn holder_after(&self, hit: Hit, chunk: usize) -> Option<usize> {
        let by = self.after_preposition(chunk + 1, &[self.prepositions.by]);
        by.or_else(|| self.genitive_holder(hit, chunk))
            .or_else(|| self.home_of_feeling(hit, chunk))
            .or_else(|| self.origin(chunk))
            .or_else(|| {
                let from = chunk + 1;
                let near = self.kind(from) == Some(ChunkKind::Prep)
                    && self.form(from) == self.prepositions.from
                    && self.kind(from + 1) == Some(ChunkKind::Nouns);
                near.then_some(from + 1)
            })
    }

    /// "the fear of Russia in Latvia".
    fn home_of_feeling(&self, hit: Hit, chunk: usize) -> Option<usize> {
        let target = self.noun_target(hit, chunk)?;
        let within = self.kind(target + 1) == Some(ChunkKind::Prep) && self.prepositions.within.contains(&self.form(target + 1));
        let feeling = self.patterns.get(hit).code.starts_with("012");
        (feeling && within && self.kind(target + 2) == Some(ChunkKind::Nouns)).then_some(target + 2)
    }

    /// "praise for X came from Y".
    fn origin(&self, chunk: usize) -> Option<usize> {
        let comes = |verb: &usize| self.parse.clauses[*verb].subject == Some(chunk) && self.lemma(*verb) == self.prepositions.come;
        let verb = (0..self.parse.verbs.len()).find(comes)?;
        self.after_preposition(self.parse.verbs[verb].chunk + 1, &[self.prepositions.from])
    }

    /// "the engagement of X with Y": whoever follows "of" holds, where another preposition leads to the target.
    fn genitive_holder(&self, hit: Hit, chunk: usize) -> Option<usize> {
        let names = self.prepositions;
        let of = self.kind(chunk + 1) == Some(ChunkKind::Prep)
            && self.form(chunk + 1) == names.of
            && self.kind(chunk + 2) == Some(ChunkKind::Nouns);
        let others: Vec<_> = self
            .patterns
            .get(hit)
            .prepositions
            .iter()
            .copied()
            .filter(|sym| ![names.of, names.by, names.from].contains(sym))
            .collect();
        (of && self.after_preposition(chunk + 3, &others).is_some()).then_some(chunk + 2)
    }

    /// "received support from X": the subject; "under attack by X": the subject too.
    fn receivers(&self, chunk: usize, owners: &[Party]) -> Vec<Party> {
        if !owners.is_empty() {
            return owners.to_vec();
        }
        self.light_subject(chunk)
    }

    /// "bolstered relations with": the verb has a sign of its own, so that the subject alone stands so.
    pub(super) fn takes_a_stance(&self, verb: usize) -> bool {
        let head = self.parse.verbs[verb].head;
        let signed = |hit: &Hit| hit.first == head && hit.last == head && self.patterns.get(*hit).sign() != 0;
        let concludes = VerbClasses::is(&self.classes.founding, self.lemma(verb));
        !concludes && self.parse.hits.iter().any(signed)
    }

    /// The subject of the verb whose object the noun is.
    pub(super) fn light_subject(&self, chunk: usize) -> Vec<Party> {
        let chunk = self.measured(chunk);
        if let Some(verb) = self.parse.verb_of_object(chunk) {
            return self.subject(verb);
        }
        if let Some(verb) = self.verb_by_preposition(chunk) {
            return self.subject(verb);
        }
        if let Some(verb) = self.verb_of_ownership(chunk) {
            return self.subject(verb);
        }
        let agent = self.passive_agent(chunk);
        if agent.is_empty() { self.adjunct_subject(chunk) } else { agent }
    }

    /// The subject of the verb whose object the noun is, where it does what the noun says: not "investigated the attack on X",
    /// nor "left after the attack on X".
    fn party_to(&self, chunk: usize, hit: Hit) -> Vec<Party> {
        let chunk = self.measured(chunk);
        let over = self.parse.verb_of_object(chunk).or_else(|| self.verb_by_preposition(chunk));
        let outside = over.is_some_and(|verb| VerbClasses::is(&self.classes.outside, self.lemma(verb)) || self.dubs(verb));
        let owned = over.or_else(|| self.verb_of_ownership(chunk)).is_some() || !self.passive_agent(chunk).is_empty();
        let adjunct = !owned && !self.patterns.get(hit).mutual;
        if outside || adjunct {
            Vec::new()
        } else {
            self.light_subject(chunk)
        }
    }

    /// "a lot of respect", "a series of attacks": the noun group that says how much of what follows "of".
    fn measured(&self, chunk: usize) -> usize {
        let quantity = chunk.checked_sub(2).filter(|&at| {
            let head = self.parse.words[self.parse.chunks[at].head].lexeme;
            self.kind(at) == Some(ChunkKind::Nouns)
                && self.kind(at + 1) == Some(ChunkKind::Prep)
                && self.form(at + 1) == self.prepositions.of
                && head.noun != 0
                && self.parties.links.quantities.contains(&head.noun)
        });
        quantity.unwrap_or(chunk)
    }

    /// "claimed responsibility for the attack on X": the verb whose object owns up to the noun.
    fn verb_of_ownership(&self, chunk: usize) -> Option<usize> {
        let prep = chunk.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Prep))?;
        let taken = prep
            .checked_sub(1)
            .filter(|&at| self.kind(at) == Some(ChunkKind::Nouns) && self.parties.links.ownership.contains(&self.form(at)))?;
        self.parse.verb_of_object(taken)
    }

    /// "is under attack", "engaged in talks": the verb right before the preposition.
    fn verb_by_preposition(&self, chunk: usize) -> Option<usize> {
        let prep = chunk.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Prep))?;
        let verb = prep.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Verbs))?;
        Some(self.parse.chunks[verb].verb)
    }

    /// "returned home after talks with X": whoever does what the clause says, where the noun stands in a phrase of time or manner.
    fn adjunct_subject(&self, chunk: usize) -> Vec<Party> {
        let phrase = chunk
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == Some(ChunkKind::Prep) && self.prepositions.adjunct.contains(&self.form(at)));
        let verb = self.parse.chunks[..chunk]
            .iter()
            .rev()
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Break | ChunkKind::Sub | ChunkKind::Rel))
            .find(|chunk| chunk.kind == ChunkKind::Verbs)
            .map(|chunk| chunk.verb);
        let verb = verb.filter(|&verb| phrase && !self.parse.clauses[verb].passive);
        verb.map_or_else(Vec::new, |verb| self.subject(verb))
    }

    /// "sanctions were imposed on Iran by the EU".
    fn passive_agent(&self, chunk: usize) -> Vec<Party> {
        let passive = self
            .parse
            .clauses
            .iter()
            .position(|clause| clause.passive && clause.subject == Some(chunk));
        let Some(verb) = passive else { return Vec::new() };
        let agent = self.after_preposition(self.parse.verbs[verb].chunk + 1, &[self.prepositions.by]);
        agent.map_or_else(Vec::new, |agent| self.parties.of_list(agent))
    }
}
