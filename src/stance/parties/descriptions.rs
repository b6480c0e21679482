//! Whom a plain description means: "the group", "the bloc", "both countries", "the court", "the step".

use super::{Parties, Party, Way};
use crate::document::Kind;
use crate::gazetteer::Mention;
use crate::lexicon::Class as EntityClass;
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::grammar::Sort;
use crate::stance::words::Tag;

impl Parties<'_> {
    /// "the group", "both countries"; "X, a militant group": whom a plain description means.
    pub(super) fn described(&self, chunk: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let group = &chunks[chunk];
        let words = self.words();
        let form = words[group.first].lexeme.form;
        let kind = |at: usize| chunks.get(at).map(|chunk| chunk.kind);
        if words[group.first].tag == Tag::Det
            && chunk >= 2
            && kind(chunk - 1) == Some(ChunkKind::Comma)
            && kind(chunk - 2) == Some(ChunkKind::Nouns)
            && is_agent(&words[group.head])
        {
            let mention = words[chunks[chunk - 2].head].mention;
            return mention.map(|mention| Party { mention, way: Way::Direct }).into_iter().collect();
        }
        let definite = form == self.links.the || form == self.links.this || self.links.both.contains(&form);
        let owned = words[group.first..=group.last].iter().any(|word| word.possessive);
        if definite && !owned && group.last <= group.first + 2 {
            self.description(group.first, group.head)
        } else {
            Vec::new()
        }
    }

    /// Whom the noun means: several by number, one by its sort or by a word of its name.
    fn description(&self, first: usize, head: usize) -> Vec<Party> {
        let word = &self.words()[head];
        if self.depth > 0 || word.mention.is_some() || !matches!(word.tag, Tag::Noun | Tag::Det) {
            return Vec::new();
        }
        let noun = if word.lexeme.noun == 0 {
            word.lexeme.form
        } else {
            word.lexeme.noun
        };
        let sort = self.links.sorts.iter().find(|(sym, _)| *sym == noun).map(|(_, sort)| *sort);
        let meant = match sort {
            Some(sort) if word.lexeme.plural => self.several(sort, head),
            Some(sort) => self.one(sort, head),
            None if word.lexeme.form == self.links.both[0] && self.is_subject(head) => self.several(Sort::Any, head),
            None => Vec::new(),
        };
        let meant = if meant.is_empty() && !word.lexeme.plural && self.words()[first].lexeme.form == self.links.the {
            self.by_name(head)
        } else {
            meant
        };
        let party = |mention| Party {
            mention,
            way: Way::Pronoun,
        };
        meant.into_iter().map(party).collect()
    }

    /// "the two countries": two named before in the sentence, the subjects of the one before, or the last pair.
    fn several(&self, sort: Sort, head: usize) -> Vec<u32> {
        let fit = |all: &[u32]| -> Vec<u32> { all.iter().copied().filter(|&at| fits(sort, self.mention(at))).collect() };
        let here = fit(&self.two_before(head));
        let (previous, pair) = (fit(self.previous), fit(self.pair));
        if here.len() == 2 {
            here
        } else if previous.len() > 1 {
            previous
        } else if pair.len() == 2 {
            pair
        } else {
            Vec::new()
        }
    }

    /// "the bloc": the subject before if it is of the sort, else the only one of the sort near.
    fn one(&self, sort: Sort, head: usize) -> Vec<u32> {
        let fits = |mention: &Mention| fits(sort, mention);
        let here = self.earlier_subject(head, true);
        let subject = if here.is_empty() { self.previous } else { &here };
        if let &[mention] = subject
            && fits(self.mention(mention))
        {
            return vec![mention];
        }
        // Too many states and sides are about for the only one near to be meant.
        let near = if matches!(sort, Sort::Any | Sort::State) {
            Vec::new()
        } else {
            self.near(head, fits)
        };
        if near.len() == 1 { near } else { Vec::new() }
    }

    /// "the court": the only one near whose name has the word in it.
    fn by_name(&self, head: usize) -> Vec<u32> {
        use EntityClass::{Agency, Alliance, Igo, Initiative};
        let word = self.words()[head].span.of(self.text);
        let named = |mention: &Mention| {
            let body = matches!(mention.class, Some(Agency | Alliance | Igo | Initiative));
            let name = &self.found.entities[mention.entity as usize].name;
            body && mention.kind == Kind::Actor && name.contains(' ') && name.split(' ').any(|part| part.eq_ignore_ascii_case(word))
        };
        let near = self.near(head, named);
        if near.len() == 1 { near } else { Vec::new() }
    }

    fn is_subject(&self, head: usize) -> bool {
        let subject = |chunk: usize| self.parse.chunks[chunk].head == head;
        self.parse.clauses.iter().any(|clause| clause.subject.is_some_and(subject))
    }

    /// The parties that fit, once each, of the sentence before a word and of those before it in the paragraph.
    pub(super) fn near(&self, head: usize, fits: impl Fn(&Mention) -> bool) -> Vec<u32> {
        let mut near: Vec<u32> = Vec::new();
        let here = self.words()[..head].iter().filter_map(|word| word.mention);
        for at in self.recent.iter().copied().chain(here) {
            let mention = self.mention(at);
            if fits(mention) && !near.iter().any(|&known| self.mention(known).entity == mention.entity) {
                near.push(at);
            }
        }
        near
    }

    /// "condemned the act", "welcomed the step": whose deed is meant, the subject of the clause or the sentence before, if it is not `holders`.
    pub fn doer_of(&self, chunk: usize, holders: &[Party]) -> Vec<Party> {
        let group = &self.parse.chunks[chunk];
        let words = self.words();
        let head = &words[group.head];
        let form = words[group.first].lexeme.form;
        let definite = (form == self.links.the || form == self.links.this) && group.last <= group.first + 2;
        let deed = head.mention.is_none() && head.lexeme.noun != 0 && self.links.conduct.contains(&head.lexeme.noun);
        let plain = (group.first..=group.last).all(|at| words[at].mention.is_none() && !words[at].possessive);
        // "the behaviour of rogue states" says itself whose it is.
        let told = self.parse.chunks.get(chunk + 1).is_some_and(|next| match next.kind {
            ChunkKind::Prep => self.links.whose.contains(&words[next.head].lexeme.form),
            ChunkKind::Verbs => self.parse.verbs[next.verb].infinitive,
            _ => false,
        });
        if !definite || !deed || !plain || told || self.depth > 0 {
            return Vec::new();
        }
        let here = self.earlier_subject(group.head, false);
        let entity = |mention: u32| self.mention(mention).entity;
        let held = |mention: u32| holders.iter().any(|holder| entity(holder.mention) == entity(mention));
        let doers = [&here[..], self.previous]
            .into_iter()
            .find(|all| !all.is_empty() && !all.iter().any(|&mention| held(mention)));
        let party = |&mention: &u32| Party {
            mention,
            way: Way::Pronoun,
        };
        doers.map_or_else(Vec::new, |doers| doers.iter().map(party).collect())
    }
}

/// Whether a mention can be meant by a noun of the sort; one whose class nobody told may be.
fn fits(sort: Sort, mention: &Mention) -> bool {
    use EntityClass::{Agency, Alliance, ArmedGroup, Bloc, Company, Igo, Initiative, Ngo, Party, Person, State};
    let Some(class) = mention.class else {
        return mention.kind == Kind::Actor;
    };
    let of_sort = match sort {
        Sort::Any => class != Person && class != Initiative,
        Sort::State => class == State,
        Sort::Group => matches!(class, ArmedGroup | Party),
        Sort::Body => matches!(class, Igo | Alliance | Bloc | Ngo | Agency),
        Sort::Company => class == Company,
        Sort::Initiative => class == Initiative,
    };
    of_sort && mention.kind == Kind::Actor
}
