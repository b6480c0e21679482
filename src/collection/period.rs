//! Years, quarters and months of dates known to the year, the month or the day.

use crate::result::Scale;

/// The period of a date: `2024`, `2024-Q2` or `2024-05`; `None` where the date does not tell.
///
/// ```
/// # use briefscope::{collection::period, result::Scale};
/// assert_eq!(period(Some("2024-05-17"), Scale::Quarter).as_deref(), Some("2024-Q2"));
/// assert_eq!(period(Some("2024"), Scale::Month), None, "only the year is known");
/// ```
pub fn period(date: Option<&str>, scale: Scale) -> Option<String> {
    let date = date?;
    let year = date.get(..4).filter(|year| year.bytes().all(|digit| digit.is_ascii_digit()))?;
    let month = || {
        date.get(5..7)
            .and_then(|month| month.parse::<u32>().ok())
            .filter(|month| (1..=12).contains(month))
    };
    match scale {
        Scale::Year => Some(year.to_owned()),
        Scale::Quarter => Some(format!("{year}-Q{}", month()?.div_ceil(3))),
        Scale::Month => Some(format!("{year}-{:02}", month()?)),
    }
}

/// The number of a period that [`period`] made, counted from year 0, so that neighbors differ by one.
pub fn number(period: &str, scale: Scale) -> Option<u32> {
    let year: u32 = period.get(..4)?.parse().ok()?;
    match scale {
        Scale::Year => Some(year),
        Scale::Quarter => Some(4 * year + period.get(6..)?.parse::<u32>().ok()?.checked_sub(1)?),
        Scale::Month => Some(12 * year + period.get(5..)?.parse::<u32>().ok()?.checked_sub(1)?),
    }
}

/// The period with this number: the inverse of [`number`].
pub fn name(number: u32, scale: Scale) -> String {
    match scale {
        Scale::Year => format!("{number:04}"),
        Scale::Quarter => format!("{:04}-Q{}", number / 4, number % 4 + 1),
        Scale::Month => format!("{:04}-{:02}", number / 12, number % 12 + 1),
    }
}
