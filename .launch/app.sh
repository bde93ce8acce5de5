# Builds the program into .tintype/app and prepares its quick start. Sourced by `tintype`, after java.sh.

app=$root/.tintype/app
log=$root/.tintype/build.log

# Whether the program is built and no source is newer.
app_is_fresh() {
    [ -f "$app/built" ] || return 1
    [ -f "$root/pom.xml" ] || return 0
    [ -z "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$app/built" -print -quit 2> /dev/null)" ]
}

# Adds the jars of a list to classpath, always in the same order: the archive depends on it.
#   $1  jars: those of the program; web/jars: those that the server needs besides, which would slow all else
read_classpath() {
    local jar
    while IFS= read -r jar; do
        classpath=$classpath${classpath:+:}$app/$jar
    done < "$app/$1"
}

# Builds the program in a folder of its own and then puts it in place, so that an interrupted build does no harm.
build_app() {
    local new=$root/.tintype/app.new
    find_maven || return 1
    mkdir -p "$root/.tintype" || return 1
    lock_build || return 1
    app_is_fresh && return 0
    say "Building Tintype, once: a minute or two, the first time with about 200 MB of downloads."
    rm -rf "$new" && mkdir "$new" && : > "$new/built" || return 1
    if ! compile_app "$new"; then
        say "The build failed:"
        grep -m 12 -F '[ERROR]' "$log" >&2
        say "All of it is in $log."
        return 1
    fi
    cp "$root"/cli/target/tintype-cli-*.jar "$new" && cp "$root"/web/target/tintype-web-*.jar "$new/web" || return 1
    (cd "$new" && printf '%s\n' tintype-*.jar && printf '%s\n' *.jar | grep -v '^tintype-') > "$new/jars"
    (cd "$new" && for jar in *.jar; do rm -f "web/$jar"; done && printf '%s\n' web/*.jar) > "$new/web.jars"
    mv "$new/web.jars" "$new/web/jars"
    rm -rf "$app" && mv "$new" "$app"
}

compile_app() {
    local line last= now
    maven --projects cli,web --also-make --activate-profiles app -Dapp.dir="$1" -Dmaven.test.skip=true -Djacoco.skip=true \
        package 2>&1 | tee "$log" | while IFS= read -r line; do
        now=$last
        case $line in
            *Downloading*) now="fetching libraries" ;;
            *"Building tintype-"*)
                now=${line#*Building tintype-}
                now="compiling ${now%% *}"
                ;;
        esac
        if [ "$now" != "$last" ]; then
            say "  $now"
            last=$now
        fi
    done
    [ "${PIPESTATUS[0]}" -eq 0 ]
}

# Fetches what runs a detector of faces that the user gives: 54 MB, so nobody else need have it.
bring_onnx() {
    [ -f "$app/onnx/jars" ] && return 0
    find_maven || return 1
    say "Fetching ONNX Runtime, once: 54 MB."
    if ! maven --non-recursive --activate-profiles onnx -Dapp.dir="$app/onnx" dependency:copy@onnx > "$log" 2>&1; then
        say "It cannot be fetched; all of what was said is in $log."
        return 1
    fi
    (cd "$app" && printf '%s\n' onnx/*.jar > onnx/jars)
}

# Lets one start build at a time; the others wait for it.
lock_build() {
    local lock=$root/.tintype/building owner
    while ! mkdir "$lock" 2> /dev/null; do
        owner=$(cat "$lock/owner" 2> /dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2> /dev/null; then
            rm -rf "$lock"
        else
            sleep 1
        fi
    done
    echo $$ > "$lock/owner"
    # shellcheck disable=SC2064
    trap "rm -rf '$lock'" EXIT
    trap 'exit 130' INT TERM
}

unlock_build() {
    rm -rf "$root/.tintype/building"
    trap - EXIT INT TERM
}

# Whether the archive of loaded classes belongs to this place, this JDK and this build.
archive_is_fresh() {
    local made=
    [ -f "$app/archive.of" ] && IFS= read -r made < "$app/archive.of"
    [ "$made" = "$root with $JAVA_HOME, $jdk_version" ]
}

# Records which classes a start loads, so that later starts find them ready. Nothing depends on its success.
make_archive() {
    say "  preparing a quick start"
    rm -f "$app"/archive* "$app"/help* "$app/web/archive"
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$app/archive" -Dtintype.columns=80 "${options[@]}" -cp "$classpath" \
        dev.tintype.cli.Rehearsal > "$root/.tintype/archive.log" 2>&1 < /dev/null
    write_help false > "$app/help" && write_help true > "$app/help.bold"
    echo "$root with $JAVA_HOME, $jdk_version" > "$app/archive.of"
}

# The same for the server, when it is first started.
make_web_archive() {
    say "  preparing a quick start of the server, once"
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$app/web/archive" "${options[@]}" -cp "$classpath" \
        dev.tintype.web.Rehearsal > "$root/.tintype/web-archive.log" 2>&1 < /dev/null
}

# The help of the whole program, with the letters of a terminal or without.
write_help() {
    "$JAVA_HOME/bin/java" "${options[@]}" -Dpicocli.ansi="$1" -cp "$classpath" dev.tintype.cli.Tintype --help
}

# Shows the help of the whole program if that is all that is wanted, as it was written down for this build.
show_help() {
    local text=$app/help
    [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ] && text=$app/help.bold
    case $# in
        1) case $1 in --help | -h | help) [ -s "$text" ] && cat "$text" && return 0 ;; esac ;;
    esac
    return 1
}
