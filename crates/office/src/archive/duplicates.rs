//! Pairs of clients that may be one: the same identity number, telephone, name and place, or names that sound alike.

use super::doubts::{Accepted, fingerprint};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{DuplicateList, DuplicatePair};
use crate::worklist::client_brief;
use huifang_core::calendar::Now;
use huifang_core::domain::Client;
use huifang_core::search::readings;
use huifang_intake::read_room;
use std::collections::{BTreeMap, HashMap};

/// So many pairs are shown; when these are cleared the next come.
const MOST_PAIRS: usize = 300;

/// A number that more clients than these have is an office's or a company's, and no sign that they are one.
const MOST_SHARING: usize = 6;

/// Why two clients may be one, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    IdNumber,
    Number,
    NameAndPhone,
    NameAndPlace,
    NameAndBirth,
    SoundAndPhone,
    SoundAndPlace,
    Phone,
}

impl Sign {
    fn words(self) -> &'static str {
        match self {
            Self::IdNumber => "同一身份证号",
            Self::Number => "同一编号",
            Self::NameAndPhone => "同名同电话",
            Self::NameAndPlace => "同名同房号",
            Self::NameAndBirth => "同名同生日",
            Self::SoundAndPhone => "姓名同音、同电话",
            Self::SoundAndPlace => "姓名同音、同房号",
            Self::Phone => "同一手机号",
        }
    }
}

impl Office {
    /// Pairs of clients that may be one, the surest first.
    ///
    /// # Errors
    /// The store's.
    pub fn duplicates(&self, now: Now) -> Result<DuplicateList, OfficeError> {
        let clients = self.store.read().clients_all()?;
        let accepted = Accepted::read(&self.store.read())?;
        let mut pairs: Vec<_> = signs(&clients).into_iter().collect();
        pairs.sort_by(|(a, one), (b, other)| (one, a).cmp(&(other, b)));
        let pair = |((a, b), signs): ((usize, usize), Vec<Sign>)| {
            let (a, b) = (&clients[a], &clients[b]);
            DuplicatePair {
                a: client_brief(a, now.today),
                b: client_brief(b, now.today),
                why: signs.iter().map(|sign| sign.words().to_owned()).collect(),
                doubt: pair_doubt(a, b),
                data: pair_data(a, b),
            }
        };
        let mut pairs: Vec<_> = pairs.into_iter().map(pair).filter(|p| !accepted.has(&p.doubt, &p.data)).collect();
        let total = pairs.len() as u32;
        pairs.truncate(MOST_PAIRS);
        Ok(DuplicateList { total, pairs })
    }
}

/// What 没有问题 names for a pair.
pub(super) fn pair_doubt(a: &Client, b: &Client) -> String {
    let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
    format!("same/{}/{}", a.id, b.id)
}

fn pair_data(a: &Client, b: &Client) -> String {
    let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
    let of = |client: &Client| {
        let phones: Vec<_> = client.own_phones().collect();
        [
            client.name.clone(),
            client.no.clone().unwrap_or_default(),
            client.id_number.clone().unwrap_or_default(),
            client.place.clone().unwrap_or_default(),
            client.born.map(|day| day.to_string()).unwrap_or_default(),
            phones.join(" "),
        ]
    };
    fingerprint(of(a).iter().chain(&of(b)).map(String::as_str))
}

/// The pairs with their signs, by places in the list.
fn signs(clients: &[Client]) -> HashMap<(usize, usize), Vec<Sign>> {
    let mut found: HashMap<(usize, usize), Vec<Sign>> = HashMap::new();
    let room = |c: &Client| c.place.as_deref().and_then(read_room).map(|room| room.key);
    let sound = |c: &Client| sound(&c.name);
    let mut note = |groups: HashMap<String, Vec<usize>>, sign: &dyn Fn(&Client, &Client) -> Option<Sign>| {
        for group in groups.into_values().filter(|group| (2..=MOST_SHARING).contains(&group.len())) {
            for (at, a) in group.iter().enumerate() {
                for b in &group[at + 1..] {
                    let signs = found.entry((*a, *b)).or_default();
                    match sign(&clients[*a], &clients[*b]) {
                        Some(sign) if !signs.contains(&sign) => signs.push(sign),
                        _ => {}
                    }
                }
            }
        }
    };
    note(grouped(clients, |c| c.id_number.iter().cloned().collect()), &|_, _| Some(Sign::IdNumber));
    note(grouped(clients, |c| c.no.iter().cloned().collect()), &|_, _| Some(Sign::Number));
    note(grouped(clients, |c| c.own_phones().map(str::to_owned).collect()), &|a, b| match () {
        () if a.name == b.name => Some(Sign::NameAndPhone),
        () if sound(a) == sound(b) => Some(Sign::SoundAndPhone),
        // A household shares a telephone: that is no sign.
        () if a.household.is_some() && a.household == b.household => None,
        () => Some(Sign::Phone),
    });
    let named = |c: &Client, with: Option<String>| with.map(|with| format!("{}/{with}", c.name)).into_iter().collect();
    let same_no = |a: &Client, b: &Client| a.id_number.is_none() || b.id_number.is_none() || a.id_number == b.id_number;
    note(grouped(clients, |c| named(c, room(c))), &|a, b| same_no(a, b).then_some(Sign::NameAndPlace));
    note(grouped(clients, |c| named(c, c.born.map(|day| day.to_string()))), &|a, b| {
        same_no(a, b).then_some(Sign::NameAndBirth)
    });
    let sounding =
        |c: &Client| room(c).zip(sound(c)).map(|(room, sound)| format!("{sound}/{room}")).into_iter().collect();
    note(grouped(clients, sounding), &|a, b| (a.name != b.name && same_no(a, b)).then_some(Sign::SoundAndPlace));
    found.retain(|_, signs| !signs.is_empty());
    found.values_mut().for_each(|signs| signs.sort_unstable());
    found
}

/// Places of clients by what they have in common.
fn grouped(clients: &[Client], keys: impl Fn(&Client) -> Vec<String>) -> HashMap<String, Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, client) in clients.iter().enumerate() {
        for key in keys(client) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

/// How a name sounds by the commonest readings; none for a name of which a character has no reading.
fn sound(name: &str) -> Option<String> {
    let sounds = readings(name);
    let first: Option<Vec<String>> = sounds.into_iter().map(|of| of.into_iter().next()).collect();
    first.filter(|sounds| !sounds.is_empty()).map(|sounds| sounds.join(" "))
}

/// Clients by telephone, where more than one gives it as his own: for the list of doubts.
pub(super) fn sharing<'c>(
    clients: &'c [Client],
    of: impl Fn(&'c Client) -> Vec<&'c str>,
) -> BTreeMap<&'c str, Vec<&'c Client>> {
    let mut groups: BTreeMap<&str, Vec<&Client>> = BTreeMap::new();
    for client in clients {
        for key in of(client) {
            groups.entry(key).or_default().push(client);
        }
    }
    groups.retain(|_, group| group.len() > 1);
    groups
}
