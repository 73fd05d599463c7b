//! The TypeScript side of the wire, made from the same list.

use super::WireError;
use super::commands::for_each_command;
use super::types::*;
use ts_rs::{Config, TS};

/// The file `ui/src/platform/bindings.ts`. Committed; a test fails when it is stale.
pub fn typescript() -> String {
    let config = Config::default();
    let mut text = String::from("// Made from the wire list by `cargo xtask bindings`. Not to be edited by hand.\n\n");
    text += &declaration::<WireError>(&config);
    for type_text in type_declarations(&config) {
        text += "\n";
        text += &type_text;
    }
    text += "\n/** Every command of the wire with its request and response. */\nexport type Commands = {\n";
    macro_rules! lines {
        ($($name:ident($req:ty) -> $res:ty),* $(,)?) => {
            $(text += &format!(
                "  {}: {{ req: {}; res: {} }};\n",
                stringify!($name),
                <$req as TS>::name(&config),
                <$res as TS>::name(&config),
            );)*
        };
    }
    for_each_command!(lines);
    text + "};\n"
}
