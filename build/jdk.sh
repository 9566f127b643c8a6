# Sourced by ./taswiya: finds a JDK 25.

jdk_folders=${TASWIYA_JDK_FOLDERS-"/usr/lib/jvm:${HOME:-}/.sdkman/candidates/java:${HOME:-}/.jdks:/opt:/usr/java:/usr/local:/Library/Java/JavaVirtualMachines"}
jdk_feature=25
jdk_seen=

# Sets jdk and returns 0. Without a JDK 25, says where it looked and how to get one, and returns 1.
find_jdk() {
    local folder home java
    if [ -n "${TASWIYA_JAVA_HOME:-}" ]; then
        # Said on purpose, so nothing else will do.
        try_jdk TASWIYA_JAVA_HOME "$TASWIYA_JAVA_HOME" && return 0
        refuse_jdk
        return 1
    fi
    if [ -n "${JAVA_HOME:-}" ]; then
        try_jdk JAVA_HOME "$JAVA_HOME" && return 0
    else
        saw_jdk JAVA_HOME '' 'not set'
    fi
    if java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null); then
        try_jdk 'java on the PATH' "${java%/bin/java}" && return 0
    else
        saw_jdk 'java on the PATH' '' 'none'
    fi
    while IFS= read -r folder; do
        [ -n "$folder" ] || continue
        java=
        for home in "$folder"/*/ "$folder"/*/Contents/Home/; do
            [ -x "${home}bin/java" ] || continue
            java=seen
            try_jdk "in $folder" "${home%/}" && return 0
        done
        [ -n "$java" ] || saw_jdk "in $folder" '' 'no Java'
    done <<<"${jdk_folders//:/$'\n'}"
    refuse_jdk
    return 1
}

# try_jdk WHERE HOME: takes HOME when its release file says Java 25 and it holds a compiler.
try_jdk() {
    local line version=
    if [ -r "$2/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} version=${version//\"/} ;; esac
        done <"$2/release"
    fi
    case $version in
        "$jdk_feature" | "$jdk_feature".*)
            if [ -x "$2/bin/java" ] && [ -x "$2/bin/javac" ]; then
                jdk=$2
                return 0
            fi
            saw_jdk "$1" "$2" "Java $version, but without a compiler (no bin/javac)"
            ;;
        '') saw_jdk "$1" "$2" 'no JDK that says its version (no file "release")' ;;
        *) saw_jdk "$1" "$2" "Java $version" ;;
    esac
    return 1
}

saw_jdk() { jdk_seen="$jdk_seen$(printf '  %-18s %s%s' "$1" "${2:+$2: }" "$3")"$'\n'; }

refuse_jdk() {
    cat >&2 <<EOF
taswiya: needs a JDK $jdk_feature and found none. Looked at:
$jdk_seen
How to get one, on Debian or Ubuntu:
  apt-get install openjdk-$jdk_feature-jdk      where the release has it
  apt-get install temurin-$jdk_feature-jdk      from Eclipse Adoptium's apt repository, for every release
On any other system: unpack a JDK $jdk_feature (Eclipse Temurin, for one) anywhere.
A JDK in another place: TASWIYA_JAVA_HOME=/path/to/jdk ./taswiya ...
EOF
}
