//! The closed classes of words that the rules of this room name, as symbols of the vocabulary.

use super::clauses::VerbClasses;
use super::frames::Prepositions;
use super::parties::Links;
use super::vocabulary::Vocabulary;
use super::{grammar, inflect};
use crate::lexicon::{Cue, CueKind, Lexicon, PartOfSpeech};

/// What verbs take, by their lemma.
pub fn verb_classes(lexicon: &Lexicon, vocabulary: &Vocabulary) -> VerbClasses {
    let set = |verbs: &mut dyn Iterator<Item = &str>| {
        let mut set = vec![false; vocabulary.len()];
        for verb in verbs {
            for spelling in inflect::spellings(verb) {
                set[vocabulary.sym(&spelling) as usize] = true;
            }
        }
        set[0] = false;
        set
    };
    let saying = |cue: &&Cue| matches!(cue.kind, CueKind::Reporting | CueKind::Hedge) && cue.pos == PartOfSpeech::Verb;
    VerbClasses {
        object_control: set(&mut grammar::OBJECT_CONTROL.split_whitespace()),
        demand: set(&mut grammar::DEMAND.split_whitespace()),
        ordering: set(&mut grammar::ORDERING.split_whitespace()),
        warning: set(&mut grammar::WARNING.split_whitespace()),
        joint: set(&mut grammar::JOINT.split_whitespace()),
        dubbing: set(&mut grammar::DUBBING.split_whitespace()),
        describing: set(&mut grammar::DESCRIBING.split_whitespace()),
        resigning: set(&mut grammar::RESIGNING.split_whitespace()),
        dative: set(&mut grammar::DATIVE.split_whitespace()),
        fighting: set(&mut grammar::FIGHTING.split_whitespace()),
        leaving: set(&mut grammar::LEAVING.split_whitespace()),
        denial: set(&mut grammar::DENIAL.split_whitespace()),
        souring: set(&mut grammar::SOURING.split_whitespace()),
        helping: set(&mut grammar::HELPING.split_whitespace()),
        founding: set(&mut grammar::FOUNDING.split_whitespace()),
        receiving: set(&mut grammar::RECEIVING.split_whitespace()),
        outside: set(&mut grammar::OUTSIDE.split_whitespace()),
        including: set(&mut grammar::INCLUDING.split_whitespace()),
        means: set(&mut grammar::MEANS.split_whitespace()),
        object_of_gerund: set(&mut grammar::OBJECT_OF_GERUND.split_whitespace()),
        saying: set(&mut lexicon.cues.iter().filter(saying).map(|cue| cue.lemma.as_str())),
        who: ["who", "whom"].map(|word| vocabulary.sym(word)),
        by: vocabulary.sym("by"),
        of_for_from: ["of", "for", "from"].map(|word| vocabulary.sym(word)),
    }
}

/// The words by which one noun group leads to another's party.
pub fn links(vocabulary: &mut Vocabulary) -> Links {
    let mut list = |words: &str| vocabulary.intern_all(words);
    Links {
        of: list("of from within in for"),
        whose: list("of by"),
        examples: list("including like as"),
        it: list("it its itself"),
        person: list("he she his her him himself herself"),
        they: list("they them their themselves"),
        owning: list(grammar::OWNING),
        trade: list(grammar::TRADE),
        plans: list(grammar::PLANS),
        ownership: list(grammar::OWNERSHIP),
        counters: list(grammar::COUNTERS),
        rights: list(grammar::RIGHTS),
        conduct: list(grammar::CONDUCT),
        attitudes: list(grammar::ATTITUDE),
        answers: list(grammar::ANSWERS),
        relations: list(grammar::RELATIONS),
        struck: list(grammar::STRUCK),
        contests: list(grammar::CONTEST),
        beating: list(grammar::BEATING),
        quantities: list(grammar::QUANTITIES),
        whose_pronoun: list("whose")[0],
        both: list("both two these"),
        the: list("the")[0],
        this: list("this")[0],
        sorts: grammar::DESCRIPTIONS
            .iter()
            .flat_map(|(sort, nouns)| list(nouns).into_iter().map(move |noun| (noun, *sort)))
            .collect(),
        writings: list(grammar::WRITINGS),
        writers: list("author authors"),
        present: list("present current"),
        judging: list(grammar::JUDGING),
        grounds: list("for over"),
        charges: list(grammar::CHARGES),
    }
}

/// The prepositions that frames look for.
pub fn prepositions(vocabulary: &mut Vocabulary) -> Prepositions {
    let mut sym = |word: &str| vocabulary.intern(word);
    Prepositions {
        by: sym("by"),
        from: sym("from"),
        of: sym("of"),
        with: sym("with"),
        beside: ["with", "alongside"].map(&mut sym),
        between: [sym("between"), sym("among")],
        within: ["in", "among"].map(&mut sym),
        struck: ["in", "of", "from", "at"].map(&mut sym),
        through: ["through", "within", "under", "via"].map(&mut sym),
        whose: ["to", "for", "from"].map(&mut sym),
        adjunct: ["after", "following", "during", "amid", "through", "despite", "via", "in"].map(&mut sym),
        partner: ["with", "by", "from", "to"].map(&mut sym),
        attitude: ["to", "towards", "toward", "with", "on", "about", "regarding"].map(&mut sym),
        r#as: sym("as"),
        condition: ["if", "unless"].map(&mut sym),
        restraint: sym("restraint"),
        whether: sym("whether"),
        goods: ["security", "safety"].map(&mut sym),
        less: sym("less"),
        no: sym("no"),
        only: ["only", "just", "merely", "simply", "solely"].map(&mut sym),
        come: sym("come"),
        felt: ["by", "with", "about", "over", "at"].map(&mut sym),
    }
}
