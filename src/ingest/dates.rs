//! Dates as people write them, to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

/// The one date in `line`: "12 May 2024", "May 12, 2024", "May 2024", "2024-05-12"; `None` where there are two.
pub(crate) fn find(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    if let Some(iso) = words.iter().find(|word| is_iso(word)) {
        return Some((*iso).to_owned());
    }
    let mut months = words
        .iter()
        .enumerate()
        .filter_map(|(place, word)| Some((place, month(&word.to_lowercase())?)));
    let (place, month) = months.next()?;
    if months.next().is_some() {
        return None;
    }
    let (next, after) = (words.get(place + 1), words.get(place + 2));
    let day_before = place.checked_sub(1).and_then(|before| day(words[before]));
    match (
        next.and_then(|word| year(word)),
        next.and_then(|word| day(word)),
        after.and_then(|word| year(word)),
        day_before,
    ) {
        (Some(year), _, _, Some(day)) | (None, Some(day), Some(year), _) => Some(format!("{year}-{month:02}-{day:02}")),
        (Some(year), _, _, None) => Some(format!("{year}-{month:02}")),
        _ => None,
    }
}

/// A whole field that is a date.
pub(super) fn parse(field: &str) -> Option<String> {
    let field = field.trim();
    let date = field.get(..10).filter(|date| is_iso(date) && field[10..].starts_with(['T', ' ']));
    let month = || field.len() == 7 && is_iso(&format!("{field}-01"));
    if let Some(date) = date {
        Some(date.to_owned())
    } else if is_iso(field) || year(field).is_some() || month() {
        Some(field.to_owned())
    } else {
        find(field)
    }
}

fn year(word: &str) -> Option<u16> {
    word.parse::<u16>()
        .ok()
        .filter(|year| (1000..3000).contains(year) && word.len() == 4)
}

/// "3", "03", "3rd".
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    digits
        .parse::<u8>()
        .ok()
        .filter(|day| (1..=31).contains(day) && ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]))
}

fn is_iso(word: &str) -> bool {
    let within = |part: &str, top: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|number| (1..=top).contains(&number));
    let mut parts = word.split('-');
    let (Some(years), Some(months), Some(days), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    year(years).is_some() && within(months, 12) && within(days, 31)
}

/// The number of the month that `word`, in lower case, names in full or by its first letters.
pub(crate) fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = MONTHS
        .iter()
        .position(|month| *month == word || ((3..=4).contains(&word.len()) && month.starts_with(word)))?;
    u8::try_from(place + 1).ok()
}
