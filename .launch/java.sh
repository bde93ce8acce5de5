# Finds a JDK that is new enough, and Maven. Sourced by `tintype` and `build`; works with the bash 3.2 of macOS.

java_needed=25

say() {
    printf '%s\n' "$*" >&2
}

# Sets jdk_version to the version of the JDK in folder $1, from its release file: asking java itself takes longer.
read_jdk_version() {
    local line
    jdk_version=
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#*=}
                jdk_version=${line//\"/}
                return 0
                ;;
        esac
    done < "$1/release"
    return 1
}

# Takes the JDK in folder $1 if it is new enough: sets JAVA_HOME and jdk_version.
use_jdk() {
    local major
    [ -n "$1" ] && read_jdk_version "$1" || return 1
    major=${jdk_version%%[!0-9]*}
    [ "${major:-0}" -ge "$java_needed" ] || return 1
    export JAVA_HOME=$1
}

use_jdk_on_path() {
    local folder java IFS=:
    for folder in $PATH; do
        if [ -x "$folder/javac" ]; then
            java=$(readlink -f "$folder/javac" 2> /dev/null) || java=$folder/javac
            java=${java%/*}
            use_jdk "${java%/*}" && return 0
        fi
    done
    return 1
}

# The folders where package managers, sdkman and IDEs put JDKs.
usual_jdks() {
    local home=${HOME:-/nonexistent}
    printf '%s\n' /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
        "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.asdf/installs/java/* \
        "$home"/.local/share/mise/installs/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$java_needed+" 2> /dev/null
    fi
    return 0
}

# Sets JAVA_HOME to a JDK that is new enough, or says what to install.
find_jdk() {
    local folder
    if [ -n "${TINTYPE_JAVA_HOME:-}" ]; then
        use_jdk "$TINTYPE_JAVA_HOME" && return 0
        say "TINTYPE_JAVA_HOME is $TINTYPE_JAVA_HOME, which is no JDK $java_needed or newer."
        return 1
    fi
    use_jdk "${JAVA_HOME:-}" && return 0
    use_jdk_on_path && return 0
    while IFS= read -r folder; do
        use_jdk "$folder" && return 0
    done < <(usual_jdks)
    say "Tintype needs a JDK $java_needed or newer, and found none in TINTYPE_JAVA_HOME, JAVA_HOME, PATH or the usual folders."
    say "  Debian, Ubuntu:  apt install openjdk-$java_needed-jdk-headless   (where that is too new: temurin-$java_needed-jdk,"
    say "                   after adding the repository of https://adoptium.net/installation/linux)"
    say "  Fedora:          dnf install java-$java_needed-openjdk-devel"
    say "  macOS:           brew install openjdk@$java_needed"
    say "  anywhere:        https://adoptium.net/temurin/releases/?version=$java_needed, then set JAVA_HOME"
    return 1
}

# Makes sure that Maven is there, or says what to install.
find_maven() {
    command -v mvn > /dev/null && return 0
    say "Tintype builds itself with Maven (3.8.6 or newer), and found no mvn in PATH."
    say "  Debian, Ubuntu:  apt install maven"
    say "  Fedora:          dnf install maven"
    say "  macOS:           brew install maven"
    say "  anywhere:        https://maven.apache.org/download.cgi"
    return 1
}

# Runs Maven on the project in $root with the JDK that was found.
maven() {
    # Maven's own libraries make a JDK 25 warn about themselves.
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
        mvn --batch-mode --file "$root/pom.xml" "$@" < /dev/null
}
