//! The columns of a table as each person wants them.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, PutViewSetting, ViewSetting};
use huifang_core::calendar::Now;
use serde_json::{Value, json};

/// Names are the window's own; longer ones are none.
const LONGEST_NAME: usize = 60;

/// Widths and order of a hundred columns are less than so many bytes.
const LARGEST: usize = 20_000;

impl Office {
    /// How the person at work wants the table.
    ///
    /// # Errors
    /// The store's.
    pub fn view_setting(&self, name: &str) -> Result<ViewSetting, OfficeError> {
        let value = self.store.read().view_setting(self.me.as_ref(), name)?;
        Ok(ViewSetting { value: value.unwrap_or(Value::Null) })
    }

    /// Keeps how the person at work wants the table.
    ///
    /// # Errors
    /// `bad_view`; the store's.
    pub fn put_view_setting(&mut self, wish: &PutViewSetting, now: Now) -> Result<Changed, OfficeError> {
        let name = checked_name(&wish.name)?;
        if wish.value.to_string().len() > LARGEST {
            return Err(OfficeError::invalid("bad_view", "表格的列设置太大,没有保存"));
        }
        let me = self.me.clone();
        self.write("put_view_setting", now, json!({ "name": name }), |tx, _| {
            Ok(tx.put_view_setting(me.as_ref(), name, &wish.value)?)
        })?;
        Ok(Changed { changed: vec!["view".to_owned()], line: "已记住列的宽度和次序".to_owned() })
    }
}

fn checked_name(name: &str) -> Result<&str, OfficeError> {
    let fits = !name.is_empty() && name.len() <= LONGEST_NAME;
    fits.then_some(name).ok_or_else(|| OfficeError::invalid("bad_view", "没有这张表格,列设置没有保存"))
}
