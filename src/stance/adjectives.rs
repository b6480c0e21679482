//! Adjectives and adverbs that the lexicon does not name: the common ones by list, the others by their ending.

use super::grammar::Class;
use super::vocabulary::Lexeme;

/// Common adjectives without an ending that tells them.
pub const COMMON: &str = "\
    able abrupt absent absurd acute adept adult afraid aged alive ample ancient angry apt arid armed average aware awkward bad bare \
    best better big bigger biggest bitter black blue bold brave brief bright brisk broad brown brutal busy calm cheap civil civilian \
    close cold common complex concrete conscious contrary cool correct covert crude cruel dark dead deadly dear deep dense different \
    difficult dim distant distinct diverse dominant dry dull eager early easier easy elder empty entire equal evident exact extra \
    extreme faint fair false familiar fast fat female few fewer fierce final fine firm flat foreign former formal frail frank free fresh frozen full \
    fun funny gay general gentle giant good grand gray great greater greatest green grey grim gross guilty happy hard harsh heavy hidden \
    high higher highest hostile hot huge human hungry ill immense inner intense junior just keen key kind large larger largest late later \
    latest latter lean legal less likely little live local long longer loose loud low lower lowest loyal lucky mad main major male mass mean \
    mere mild minor mixed modern modest mutual naked narrow nasty naval near neat new newer newest next nice noble normal odd old older \
    oldest only open other outer overt own pale past petty plain poor popular pregnant present pretty prime private prompt proper \
    proud public pure quick quiet random rapid rare raw ready real recent red remote rich richer rigid ripe rough round royal rural sad safe \
    safer same secret senior separate several severe shallow sharp short shorter sick similar simple single slight slim slow small smaller \
    smallest smart smooth sober soft sole solid sorry sound southern northern eastern western central southeastern southwestern \
    northeastern northwestern special stable stark steady steep stern sticky stiff straight strange strict strong stronger strongest stupid \
    sudden super superb sure sweet swift tacit tall tame tense terrible thick thin thorough tight tiny tired top torn total tough tougher toxic true \
    twin ugly unable unclear uneven unfair unique unknown unlikely unrest upper upset urban urgent usual utter vague vain valid vast violent \
    virgin void warm wary weak weaker wealthy weird well western wet white whole wicked wide wider wild wise worse worst worth worthy wrong \
    young younger youngest";

/// Nouns whose ending is that of an adjective.
const NOUNS: &str = "\
    animal appraisal arrival arsenal burial canal cannibal capital carnival cathedral cereal chemical coral credential crystal deal \
    decimal denial dial dismissal editorial equal festival funeral goal hospital individual interval journal jackal manual material meal \
    medal memorial metal mineral missal mural official oval pedal perusal petal portal principal proposal rebuttal recital refusal rehearsal \
    removal renewal retrieval reversal ritual rival sandal scandal seal serial sepal signal special survival terminal testimonial total trial \
    tribunal tutorial vandal veal vocal withdrawal \
    academic arithmetic attic basic classic clinic comic critic cynic demographic dynamic epic epidemic ethic ethnic fabric graphic heretic \
    logic magic mechanic metric mosaic music mystic narcotic panic picnic plastic politic public rhetoric republic sceptic skeptic static \
    statistic synthetic topic traffic tunic \
    archive captive collective cooperative detective directive executive incentive initiative locomotive motive narrative native negative \
    objective offensive olive operative perspective preservative representative relative sedative \
    adversary anniversary apothecary beneficiary boundary burglary commentary contemporary culinary diary dictionary dignitary documentary \
    emissary estuary february glossary granary intermediary itinerary january judiciary library mercenary military missionary notary \
    obituary primary reactionary revolutionary salary sanctuary secretary subsidiary summary \
    cable constable disable enable fable parable stable table unable vegetable handful";

/// Endings of adjectives that few nouns share.
const ENDINGS: &[&str] = &[
    "al", "ic", "ous", "ful", "ive", "able", "ible", "less", "ary", "ern", "ese", "ish", "esque", "ier", "iest",
];

/// Shorter words are not told by their ending.
const SHORTEST: usize = 5;

/// What a word that nobody lists is by its ending; names begin with a capital and are none of it.
pub fn by_ending(surface: &str) -> Lexeme {
    let mut lexeme = Lexeme::default();
    let plain = surface.len() >= SHORTEST && surface.bytes().all(|byte| byte.is_ascii_lowercase());
    if plain && surface.ends_with("ly") {
        lexeme.class = Class::Adverb;
    } else if plain {
        lexeme.adjective = surface.ends_with("ed") && surface.len() > SHORTEST || ends_as_adjective(surface);
    }
    lexeme
}

fn ends_as_adjective(lower: &str) -> bool {
    ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !NOUNS.split_whitespace().any(|noun| noun == lower)
}

/// Whether a word of the vocabulary of which no more is known is an adjective.
pub fn is_adjective(lower: &str) -> bool {
    lower.len() >= SHORTEST && ends_as_adjective(lower)
}
