//! Compiles the shell's capabilities and window settings; tauri.conf.json lies beside the root Cargo.toml.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the shell's settings cannot be compiled: {error:#}");
    }
}
