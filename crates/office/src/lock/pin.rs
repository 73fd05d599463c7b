//! PINs: four to six digits that unlock a shared desk as oneself.
//!
//! So few digits fall to whoever holds the file and tries them all; they keep one colleague from working under the name
//! of another, and a passer-by from reading. The file itself is for its own key to protect. At the desk, wrong tries
//! cost waiting: from the third on half a minute, then twice as long each time, at most sixteen minutes.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, SetPin, SignIn};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use huifang_core::calendar::Now;
use huifang_core::domain::{Staff, StaffId};
use huifang_store::{Pin, WrongTries};
use serde_json::{Value, json};

/// Wrong tries that cost nothing: everybody slips.
const FREE_TRIES: u32 = 2;
/// The first wait.
const FIRST_WAIT_MS: i64 = 30_000;
/// How often the wait doubles at most.
const MOST_DOUBLINGS: u32 = 5;

/// Posts whose holders may take a colleague's forgotten PIN away.
const CHIEFS: &[&str] = &["经理", "主管", "主任", "院长", "所长", "站长", "店长", "负责人", "管理员"];

/// Whether it is the post of a chief.
pub(super) fn is_chief(staff: &Staff) -> bool {
    CHIEFS.iter().any(|post| staff.role.contains(post))
}

/// How long after wrong tries the next one is refused, in milliseconds.
fn wait_ms(count: u32) -> i64 {
    match count.checked_sub(FREE_TRIES + 1) {
        None => 0,
        Some(more) => FIRST_WAIT_MS << more.min(MOST_DOUBLINGS),
    }
}

/// What is left of the wait. A clock that was set back does not lengthen it beyond the whole wait.
fn left_ms(wrong: Option<WrongTries>, now: Now) -> i64 {
    wrong.map_or(0, |wrong| {
        let whole = wait_ms(wrong.count);
        (whole - (now.instant_ms - wrong.last_ms)).clamp(0, whole)
    })
}

/// Seconds, rounded up, for a person.
fn seconds(ms: i64) -> i64 {
    (ms + 999) / 1000
}

fn hash(pin: &str) -> Result<String, OfficeError> {
    let hashed = Argon2::default().hash_password(pin.as_bytes());
    hashed.map(|hash| hash.to_string()).map_err(|error| OfficeError::invalid("internal", error.to_string()))
}

fn fits(pin: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

fn refusal(code: &'static str, params: Value, text: String) -> OfficeError {
    OfficeError::Invalid { code, params, text }
}

impl Office {
    /// Who has a PIN.
    pub(crate) fn staff_with_pin(&self) -> Result<Vec<StaffId>, OfficeError> {
        Ok(self.store.read().staff_with_pin()?)
    }

    /// Whether whoever worked last has a PIN, so that nobody may go on in his name without it.
    pub(crate) fn needs_pin(&self) -> Result<bool, OfficeError> {
        let Some(me) = &self.me else { return Ok(false) };
        Ok(self.store.read().pin(me)?.is_some())
    }

    /// Whether whoever works may take away the PIN of a colleague.
    pub(crate) fn may_reset_pins(&self) -> Result<bool, OfficeError> {
        Ok(self.me()?.is_some_and(|me| is_chief(&me)))
    }

    /// Says who works, and has him prove it where he has a PIN. Who works already proves nothing, unless the desk is
    /// locked.
    ///
    /// # Errors
    /// `who_missing` (locked, and nobody named), `pin_needed`, `pin_wrong`, `pin_wait`, `not_found`.
    pub(crate) fn sign_in_at_desk(&mut self, wish: SignIn, locked: bool, now: Now) -> Result<(), OfficeError> {
        let staff = wish.staff.map(StaffId);
        let Some(id) = &staff else {
            if locked {
                return Err(OfficeError::invalid("who_missing", "已锁定。请先选是谁,再继续。"));
            }
            return self.sign_in(None, now);
        };
        if locked || self.me.as_ref() != Some(id) {
            self.prove(id, wish.pin.as_deref(), now)?;
        }
        self.sign_in(staff, now)
    }

    fn prove(&mut self, staff: &StaffId, pin: Option<&str>, now: Now) -> Result<(), OfficeError> {
        let Some(kept) = self.store.read().pin(staff)? else { return Ok(()) };
        let left = seconds(left_ms(kept.wrong, now));
        if left > 0 {
            let text = format!("口令错的次数多了,请过 {left} 秒再试。忘了口令请经理或主管重设。");
            return Err(refusal("pin_wait", json!({ "seconds": left }), text));
        }
        let Some(pin) = pin.filter(|pin| !pin.is_empty()) else {
            return Err(OfficeError::invalid("pin_needed", "请输入口令。"));
        };
        if !fits(pin, &kept.hash) {
            return Err(self.note_wrong(kept, now)?);
        }
        if kept.wrong.is_some() {
            let kept = Pin { wrong: None, ..kept };
            self.write("pin_right", now, json!({ "staff": staff }), |tx, _| Ok(tx.put_pin(&kept)?))?;
        }
        Ok(())
    }

    /// Counts a wrong try; gives what to say of it.
    fn note_wrong(&mut self, kept: Pin, now: Now) -> Result<OfficeError, OfficeError> {
        let count = kept.wrong.map_or(0, |wrong| wrong.count).saturating_add(1);
        let kept = Pin { wrong: Some(WrongTries { count, last_ms: now.instant_ms }), ..kept };
        let detail = json!({ "staff": kept.staff, "count": count });
        self.write("pin_wrong", now, detail, |tx, _| Ok(tx.put_pin(&kept)?))?;
        let wait = seconds(wait_ms(count));
        let text = match wait {
            0 => "口令不对,请再输一次。".to_owned(),
            _ => format!("口令不对。请过 {wait} 秒再试;忘了口令请经理或主管重设。"),
        };
        Ok(refusal("pin_wrong", json!({ "seconds": wait }), text))
    }

    /// Sets the PIN of whoever works, changes it, or takes it away (`new` empty). Changing asks for the old one.
    ///
    /// # Errors
    /// `who_missing`, `pin_form`, `pin_needed`, `pin_wrong`, `pin_wait`.
    pub fn set_pin(&mut self, wish: &SetPin, now: Now) -> Result<Changed, OfficeError> {
        let Some(me) = self.me.clone() else {
            return Err(OfficeError::invalid("who_missing", "请先选是谁在用,再设口令。"));
        };
        self.prove(&me, wish.old.as_deref(), now)?;
        let Some(new) = wish.new.as_deref() else {
            self.write("drop_pin", now, json!({ "staff": me }), |tx, _| Ok(tx.delete_pin(&me)?))?;
            return Ok(changed("已取消口令"));
        };
        if !(4..=6).contains(&new.len()) || !new.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(OfficeError::invalid("pin_form", "口令要 4 到 6 位数字。"));
        }
        let pin = Pin { staff: me, hash: hash(new)?, set_ms: now.instant_ms, wrong: None };
        self.write("set_pin", now, json!({ "staff": pin.staff }), |tx, _| Ok(tx.put_pin(&pin)?))?;
        Ok(changed("口令已设好"))
    }

    /// Takes away the PIN that a colleague forgot. At the desk a chief does so; `by_host` is somebody at the command
    /// line, who has the file in his hands anyway.
    ///
    /// # Errors
    /// `not_allowed`, `not_found`.
    pub fn reset_pin(&mut self, staff: &str, by_host: bool, now: Now) -> Result<Changed, OfficeError> {
        if !by_host && !self.may_reset_pins()? {
            let text = "只有经理、主管可以重设别人的口令。请他在这台电脑上登记后重设。";
            return Err(OfficeError::invalid("not_allowed", text));
        }
        let id = StaffId::from(staff);
        let name = self.store.read().staff(&id)?.map(|found| found.name);
        if name.is_none() || self.store.read().pin(&id)?.is_none() {
            return Err(OfficeError::NotFound { noun: "口令", id: staff.to_owned() });
        }
        self.write("reset_pin", now, json!({ "staff": staff }), |tx, _| Ok(tx.delete_pin(&id)?))?;
        Ok(changed(&format!("已取消 {} 的口令,请本人重新设", name.unwrap_or_default())))
    }
}

fn changed(line: &str) -> Changed {
    Changed { changed: ["staff", "office"].map(str::to_owned).to_vec(), line: line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{FixedOffset, NaiveDate};

    fn at(instant_ms: i64) -> Now {
        let zone = FixedOffset::east_opt(0).expect("no offset is an offset");
        Now { instant_ms, zone, today: NaiveDate::default(), minute: 0, pretended: false }
    }

    #[test]
    fn two_slips_are_free_and_then_each_costs_twice_the_one_before_up_to_sixteen_minutes() {
        let waits: Vec<_> = (0..=9).map(|count| wait_ms(count) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 30, 60, 120, 240, 480, 960, 960]);
    }

    #[test]
    fn the_wait_runs_off_and_a_clock_set_back_does_not_lengthen_it() {
        let wrong = Some(WrongTries { count: 3, last_ms: 1_000_000 });
        let left = |ms: i64| seconds(left_ms(wrong, at(ms)));
        assert_eq!([left(1_000_000), left(1_000_001), left(1_029_999), left(1_030_000)], [30, 30, 1, 0]);
        assert_eq!(left(0), 30, "yesterday's clock");
        assert_eq!(left_ms(None, at(0)), 0);
    }

    #[test]
    fn a_hash_tells_the_pin_from_others_and_is_another_each_time() {
        let (first, second) = (hash("2580").expect("a hash"), hash("2580").expect("a hash"));
        assert!(first.starts_with("$argon2id$") && first != second);
        assert!(fits("2580", &first) && fits("2580", &second));
        assert!(!fits("2581", &first) && !fits("", &first) && !fits("2580", "no hash"));
    }
}
